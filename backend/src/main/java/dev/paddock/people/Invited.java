package dev.paddock.people;

/**
 * A person and the link that lets them choose a password.
 *
 * @param secret the last part of the link; known here and now only
 */
public record Invited(Person person, String secret) {

    @Override
    public String toString() {
        return "Invited[" + person.id() + "]";
    }
}
