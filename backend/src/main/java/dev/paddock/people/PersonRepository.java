package dev.paddock.people;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PersonRepository extends Repository<Person, UUID> {

    Person saveAndFlush(Person person);

    Optional<Person> findById(UUID id);

    /** For changing something: who changes something else of the same person waits, and then writes what they find. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.id = :id")
    Optional<Person> lock(UUID id);

    @Query("select p from Person p where lower(p.email) = :email")
    Optional<Person> findByEmail(String email);

    /** Those who can open the house; locked, so that two cannot shut each other out in the same moment. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select p from Person p where p.role = dev.paddock.people.Role.OWNER and p.disabledAt is null and p.passwordHash is not null"
                    + " order by p.id")
    List<Person> lockOwners();

    boolean existsByRole(Role role);

    @Query(nativeQuery = true, value = """
                    select * from person
                    where (cast(:after as uuid) is null
                           or lower(email) > (select lower(email) from person where id = cast(:after as uuid)))
                      and (position(lower(:named) in lower(name)) > 0 or position(lower(:named) in lower(email)) > 0)
                    order by lower(email)
                    limit :limit
                    """)
    List<Person> page(String named, @Nullable UUID after, int limit);

    List<Person> findByIdIn(Iterable<UUID> ids);
}
