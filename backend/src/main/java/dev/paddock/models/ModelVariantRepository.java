package dev.paddock.models;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ModelVariantRepository extends JpaRepository<ModelVariant, UUID> {

    List<ModelVariant> findAllByOrderByName();

    @Query(nativeQuery = true, value = """
                    select * from model_variant
                    where cast(:after as uuid) is null or name > (select name from model_variant where id = cast(:after as uuid))
                    order by name limit :limit
                    """)
    List<ModelVariant> page(@Nullable UUID after, int limit);

    List<ModelVariant> findAllByIdInOrderByName(Collection<UUID> ids);

    List<ModelVariant> findAllByNameIn(Collection<String> names);

    Optional<ModelVariant> findByName(String name);

    /** Two who change it come one after the other, so that the second sees the first one's revision. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from ModelVariant where id = :id")
    Optional<ModelVariant> locked(UUID id);
}
