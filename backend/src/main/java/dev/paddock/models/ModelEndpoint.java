package dev.paddock.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where answers are generated. Its key goes in and never comes out, except to the adapter that must send it. */
@Entity
@Table(name = "model_endpoint")
public class ModelEndpoint {

    @Id
    private UUID id;

    private String name;
    private EndpointKind kind;
    private @Nullable String baseUrl;

    @Column(name = "api_key")
    private byte @Nullable [] sealedKey;

    private int slots;
    private @Nullable UUID createdBy;
    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected ModelEndpoint() {}

    @SuppressWarnings("NullAway.Init") // the rest is set by change()
    ModelEndpoint(UUID id, EndpointKind kind, @Nullable UUID createdBy, Instant now) {
        this.id = id;
        this.kind = kind;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    void change(String newName, @Nullable URI newBaseUrl, int newSlots, Instant now) {
        name = newName;
        baseUrl = newBaseUrl == null ? null : newBaseUrl.toString();
        slots = newSlots;
        updatedAt = now;
    }

    void seal(byte @Nullable [] newKey) {
        sealedKey = newKey;
    }

    byte @Nullable [] sealedKey() {
        return sealedKey;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public EndpointKind kind() {
        return kind;
    }

    /** Up to and without {@code /chat/completions}, usually ending in {@code /v1}; null for the embedded one. */
    public @Nullable URI baseUrl() {
        return baseUrl == null ? null : URI.create(baseUrl);
    }

    public boolean hasKey() {
        return sealedKey != null;
    }

    /** How many answers it generates at the same time. */
    public int slots() {
        return slots;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
