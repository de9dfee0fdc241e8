package dev.paddock.bestofk.work;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.Place;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.samples.SoloAnswer;
import dev.paddock.shared.Instants;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The samples of runs, on record once they are whole. */
@Component
class SampleTable {

    private static final String ADD = """
            insert into best_of_k_sample (
                id, run_id, place, position, state, reason, text, variant_id, variant_name, variant_revision, adapter, endpoint,
                model_asked, prompt_format, prompt_sha256, temperature, top_p, max_tokens, stop, seed, requested_at, model_reported,
                weights_sha256, engine, system_fingerprint, started_at, first_token_at, finished_at, prompt_tokens, completion_tokens,
                tokens_counted_by, finish, mean_logprob, text_sha256)
            select :id, run.id, :place, :position, :state, :reason, :text, :variant, :variantName, :revision, :adapter, :endpoint,
                   :model, :promptFormat, :promptSha256, :temperature, :topP, :maxTokens, :stop, :seed, :requestedAt, :modelReported,
                   :weightsSha256, :engine, :fingerprint, :startedAt, :firstTokenAt, :finishedAt, :promptTokens, :completionTokens,
                   :countedBy, :finish, :logprob, :textSha256
              from best_of_k_run run
             where run.id = :run and run.owner = :owner and run.state = 'running' and not run.cancelled
            on conflict (run_id, place) do nothing
            """;

    private final JdbcClient jdbc;

    SampleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of the places that are still empty, in order. */
    List<Integer> missing(BestOfKRun run) {
        return jdbc.sql("""
                        select number from generate_series(0, :last) number
                         where not exists (select from best_of_k_sample where run_id = :run and place = number) order by number
                        """)
                .param("last", run.samples() - 1)
                .param("run", run.id())
                .query((row, _) -> row.getInt("number"))
                .list();
    }

    UUID prompt(BestOfKRun run, Place place) {
        return jdbc.sql("select prompt_id from best_of_k_prompt where run_id = ? and position = ?")
                .params(run.id(), place.position())
                .query(UUID.class)
                .single();
    }

    /** @return false, and nothing done, where the run is to end or is another owner's by now */
    boolean add(BestOfKRun run, String owner, Place place, SoloAnswer answer) {
        var asked = answer.provenance();
        var told = answer.outcome();
        return jdbc.sql(ADD)
                        .param("run", run.id())
                        .param("owner", owner)
                        .param("id", UUID.randomUUID())
                        .param("place", place.number())
                        .param("position", place.position())
                        .param("state", answer.finished() ? "finished" : "failed")
                        .param("reason", answer.reason())
                        .param("text", answer.text())
                        .param("variant", asked.variantId())
                        .param("variantName", asked.variantName())
                        .param("revision", asked.variantRevision())
                        .param("adapter", asked.adapter())
                        .param("endpoint", asked.endpoint())
                        .param("model", asked.modelAsked())
                        .param("promptFormat", asked.promptFormat())
                        .param("promptSha256", asked.promptSha256())
                        .param("temperature", asked.temperature())
                        .param("topP", asked.topP())
                        .param("maxTokens", asked.maxTokens())
                        .param("stop", asked.stop().toArray(String[]::new))
                        .param("seed", asked.seed())
                        .param("requestedAt", asked.requestedAt().atOffset(ZoneOffset.UTC))
                        .param("modelReported", told.modelReported())
                        .param("weightsSha256", told.weightsSha256())
                        .param("engine", told.engine())
                        .param("fingerprint", told.systemFingerprint())
                        .param("startedAt", Instants.atNullable(told.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("firstTokenAt", Instants.atNullable(told.firstTokenAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("finishedAt", Instants.atNullable(told.finishedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("promptTokens", told.promptTokens(), Types.INTEGER)
                        .param("completionTokens", told.completionTokens(), Types.INTEGER)
                        .param("countedBy", told.tokensCountedBy())
                        .param("finish", told.finish())
                        .param("logprob", told.meanLogprob(), Types.DOUBLE)
                        .param("textSha256", Sha256.of(answer.text()))
                        .update()
                == 1;
    }
}
