package dev.paddock.web.people;

import dev.paddock.people.Person;
import dev.paddock.people.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody, as the API tells.
 *
 * @param joined whether they chose a password yet
 */
record PersonView(
        UUID id,
        String email,
        String name,
        Role role,
        String pseudonym,
        boolean joined,
        boolean disabled,
        Instant created) {

    static PersonView of(Person person) {
        return new PersonView(
                person.id(),
                person.email(),
                person.name(),
                person.role(),
                person.pseudonym(),
                person.joined(),
                person.disabled(),
                person.createdAt());
    }
}
