package dev.paddock.tasks;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ItemRepository extends Repository<Item, UUID> {

    Optional<Item> findById(UUID id);
}
