package dev.paddock.models;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ModelEndpointRepository extends JpaRepository<ModelEndpoint, UUID> {

    List<ModelEndpoint> findAllByOrderByName();

    @Query(nativeQuery = true, value = """
                    select * from model_endpoint
                    where cast(:after as uuid) is null or name > (select name from model_endpoint where id = cast(:after as uuid))
                    order by name limit :limit
                    """)
    List<ModelEndpoint> page(@Nullable UUID after, int limit);

    Optional<ModelEndpoint> findByName(String name);
}
