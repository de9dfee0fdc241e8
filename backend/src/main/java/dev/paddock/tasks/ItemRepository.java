package dev.paddock.tasks;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ItemRepository extends Repository<Item, UUID> {

    Optional<Item> findById(UUID id);

    /** Those of some prepared pairs, in the one order in which all lock them that lock several. */
    @Query(
            nativeQuery = true,
            value = "select * from item where conversation_id in (:pairs) order by id for no key update")
    List<Item> lock(Collection<UUID> pairs);
}
