package dev.paddock.people;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InvitationRepository extends Repository<Invitation, UUID> {

    Invitation saveAndFlush(Invitation invitation);

    Optional<Invitation> findBySecretHash(String hash);

    /** Two who press the button at once are served one after the other; the second finds the link used. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Invitation i where i.secretHash = :hash")
    Optional<Invitation> lockBySecretHash(String hash);

    @Modifying
    @Query("delete from Invitation i where i.personId = :person and i.usedAt is null")
    int voidAllOf(UUID person);

    @Modifying
    @Query("delete from Invitation i where i.personId is null and i.usedAt is null")
    int voidSetupLinks();
}
