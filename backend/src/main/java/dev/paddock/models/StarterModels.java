package dev.paddock.models;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a fresh installation can generate with: the embedded Llama, once warm and once cool. Made if missing, never changed. */
@Component
@Transactional
public class StarterModels {

    public static final String WARM = "starter-warm";
    public static final String COOL = "starter-cool";
    private static final String MODEL = "SmolLM2-135M-Instruct";

    private final ModelEndpointRepository endpoints;
    private final ModelVariantRepository variants;
    private final VariantRevisions revisions;
    private final JdbcClient jdbc;
    private final Clock clock;

    StarterModels(
            ModelEndpointRepository endpoints,
            ModelVariantRepository variants,
            VariantRevisions revisions,
            JdbcClient jdbc,
            Clock clock) {
        this.endpoints = endpoints;
        this.variants = variants;
        this.revisions = revisions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void ensure() {
        oneAtATime();
        var now = clock.instant();
        var embedded = endpoints.findByName("embedded").orElseGet(() -> endpoints.saveAndFlush(embedded(now)));
        ensure(WARM, embedded, 0.5, 0.8, now);
        ensure(COOL, embedded, 0.1, 0.3, now);
    }

    private ModelEndpoint embedded(Instant now) {
        var endpoint = new ModelEndpoint(UUID.randomUUID(), EndpointKind.EMBEDDED, null, now);
        endpoint.change("embedded", null, Runtime.getRuntime().availableProcessors(), now);
        return endpoint;
    }

    private void ensure(String name, ModelEndpoint endpoint, double coolest, double warmest, Instant now) {
        if (variants.findByName(name).isEmpty()) {
            var form = VariantForm.plain(name, endpoint.id(), MODEL, coolest, warmest);
            var made = variants.saveAndFlush(new ModelVariant(UUID.randomUUID(), form, null, now));
            revisions.record(made.id(), null);
        }
    }

    /** Until the transaction ends: two replicas that start together on an empty database make them once. */
    private void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('paddock.starter-models'))")
                .query()
                .singleRow();
    }
}
