package dev.paddock.models;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ModelEndpointRepository extends JpaRepository<ModelEndpoint, UUID> {

    List<ModelEndpoint> findAllByOrderByName();

    Optional<ModelEndpoint> findByName(String name);
}
