package dev.paddock.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A model at an endpoint with its system prompt and sampling range, standing for one training iteration. Every edit is a revision. */
@Entity
@Table(name = "model_variant")
public class ModelVariant {

    @Id
    private UUID id;

    private String name;
    private UUID endpointId;
    private String model;
    private String systemPrompt;
    private double temperatureMin;
    private double temperatureMax;

    @Column(name = "top_p") // a single capital at the end is not taken for a word
    private double topP;

    private int maxTokens;
    private int contextTokens;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> stop;

    private String iteration;
    private String promptFormat;
    private int revision;
    private boolean enabled;
    private @Nullable UUID createdBy;
    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected ModelVariant() {}

    @SuppressWarnings("NullAway.Init") // the rest is set by change()
    ModelVariant(UUID id, VariantForm form, @Nullable UUID createdBy, Instant now) {
        this.id = id;
        this.createdBy = createdBy;
        this.createdAt = now;
        this.enabled = true;
        change(form, now);
    }

    void change(VariantForm form, Instant now) {
        name = form.name();
        endpointId = form.endpoint();
        model = form.model();
        systemPrompt = form.systemPrompt();
        temperatureMin = form.temperatureMin();
        temperatureMax = form.temperatureMax();
        topP = form.topP();
        maxTokens = form.maxTokens();
        contextTokens = form.contextTokens();
        stop = form.stop();
        iteration = form.iteration();
        promptFormat = form.promptFormat();
        revise(now);
    }

    void enable(boolean yes, Instant now) {
        enabled = yes;
        revise(now);
    }

    private void revise(Instant now) {
        revision++;
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public UUID endpointId() {
        return endpointId;
    }

    /** The model's id as the server knows it. */
    public String model() {
        return model;
    }

    public String systemPrompt() {
        return systemPrompt;
    }

    public double temperatureMin() {
        return temperatureMin;
    }

    public double temperatureMax() {
        return temperatureMax;
    }

    public double topP() {
        return topP;
    }

    public int maxTokens() {
        return maxTokens;
    }

    public int contextTokens() {
        return contextTokens;
    }

    public List<String> stop() {
        return List.copyOf(stop);
    }

    public String iteration() {
        return iteration;
    }

    public String promptFormat() {
        return promptFormat;
    }

    /** Goes up with every edit, so that a sample names exactly what made it. */
    public int revision() {
        return revision;
    }

    public boolean enabled() {
        return enabled;
    }

    /** Null: Paddock itself. */
    public @Nullable UUID createdBy() {
        return createdBy;
    }
}
