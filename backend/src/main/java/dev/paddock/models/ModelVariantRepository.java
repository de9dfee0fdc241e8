package dev.paddock.models;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ModelVariantRepository extends JpaRepository<ModelVariant, UUID> {

    List<ModelVariant> findAllByOrderByName();

    List<ModelVariant> findAllByIdInOrderByName(Collection<UUID> ids);

    List<ModelVariant> findAllByNameIn(Collection<String> names);

    Optional<ModelVariant> findByName(String name);
}
