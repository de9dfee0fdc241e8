package dev.paddock.models;

import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each variant was at each revision, so that a sample can be explained long after its variant has changed. */
@Component
class VariantRevisions {

    private static final String RECORD = """
            insert into model_variant_revision
                   (variant_id, revision, name, endpoint_id, model, system_prompt, temperature_min, temperature_max, top_p, max_tokens,
                    context_tokens, stop, iteration, prompt_format, enabled, edited_by, at)
            select id, revision, name, endpoint_id, model, system_prompt, temperature_min, temperature_max, top_p, max_tokens,
                   context_tokens, stop, iteration, prompt_format, enabled, :by, updated_at
              from model_variant where id = :variant
            """;

    private final JdbcClient jdbc;

    VariantRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The revision that is in the table now.
     *
     * @param by null for Paddock itself
     */
    void record(UUID variant, @Nullable UUID by) {
        jdbc.sql(RECORD).param("variant", variant).param("by", by, Types.OTHER).update();
    }
}
