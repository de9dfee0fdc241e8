package dev.paddock.annotations;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ComparisonRepository extends Repository<Comparison, UUID> {

    Comparison saveAndFlush(Comparison comparison);

    Comparison save(Comparison comparison);

    Optional<Comparison> findById(UUID id);

    List<Comparison> findByTaskIdInOrderByNumber(Collection<UUID> tasks);

    Optional<Comparison> findByPersonIdAndIdempotencyKey(UUID person, String key);

    boolean existsByRevises(UUID id);

    /** The comparison of that turn as it stands after all corrections. */
    @Query("""
            select c from Comparison c where c.taskId = :task and c.turnId = :turn
              and not exists (select 1 from Comparison later where later.revises = c.id)
            """)
    Optional<Comparison> current(UUID task, UUID turn);

    @Query("""
            select c from Comparison c where c.personId = :person and c.number < :before and not c.imported
              and not exists (select 1 from Comparison later where later.revises = c.id)
            order by c.number desc
            """)
    List<Comparison> currentOf(UUID person, long before, Limit limit);
}
