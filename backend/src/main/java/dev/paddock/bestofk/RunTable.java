package dev.paddock.bestofk;

import dev.paddock.bestofk.curves.Curve;
import dev.paddock.models.ModelVariant;
import dev.paddock.people.Caller;
import dev.paddock.shared.Instants;
import dev.paddock.shared.JobProgress;
import dev.paddock.shared.JobState;
import dev.paddock.shared.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of best-of-K runs and of their prompts, for those who ask for them. */
@Component
class RunTable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** All but the curves, which are large. */
    static final String COLUMNS = """
            id, number, campaign_id, variant_id, variant_name, variant_revision, k, temperatures, seed, ranked_by, prompts, state, cancelled, phase, done,
            total, failure, helpfulness_model, safety_model, started_by, created_at, ended_at
            """;

    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The prompts to choose from, oldest first. */
    List<UUID> prompts(RunWish wish, int most) {
        var wanted = wish.prompts();
        return jdbc.sql("""
                        select id from prompt
                         where campaign_id = :campaign and (:all or id = any(:wanted)) order by created_at, id limit :most
                        """)
                .param("campaign", wish.campaign())
                .param("all", wanted == null)
                .param("wanted", wanted == null ? new UUID[0] : wanted.toArray(UUID[]::new))
                .param("most", most)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    UUID add(RunWish wish, ModelVariant variant, long seed, List<UUID> prompts, UUID by) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into best_of_k_run (id, campaign_id, variant_id, variant_name, variant_revision, k, temperatures, seed,
                                                   ranked_by, prompts, state, started_by, created_at)
                        values (:id, :campaign, :variant, :name, :revision, :k, :temperatures, :seed, :by, :prompts, 'waiting', :person,
                                clock_timestamp())
                        """)
                .param("id", id)
                .param("campaign", wish.campaign())
                .param("variant", variant.id())
                .param("name", variant.name())
                .param("revision", variant.revision())
                .param("k", wish.k())
                .param("temperatures", wish.temperatures().toArray(Double[]::new))
                .param("seed", seed)
                .param("by", wish.rankedBy().word())
                .param("prompts", prompts.size())
                .param("person", by)
                .update();
        jdbc.sql("""
                        insert into best_of_k_prompt (run_id, position, prompt_id)
                        select :id, position - 1, prompt from unnest(:prompts) with ordinality chosen (prompt, position)
                        """)
                .param("id", id)
                .param("prompts", prompts.toArray(UUID[]::new))
                .update();
        return id;
    }

    Optional<BestOfKRun> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from best_of_k_run where id = ?")
                .param(id)
                .query(RunTable::row)
                .optional();
    }

    /** Of the campaigns that the caller reads, newest first. */
    List<BestOfKRun> before(Caller caller, long number, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                          from best_of_k_run run
                         where number < :number
                           and (:owner or exists (
                                select from campaign_member m
                                 where m.campaign_id = run.campaign_id and m.person_id = :person and m.role in ('lead', 'reviewer')))
                         order by number desc limit :limit
                        """)
                .param("number", number)
                .param("owner", caller.isOwner())
                .param("person", caller.person())
                .param("limit", limit)
                .query(RunTable::row)
                .list();
    }

    /** Of one that is done. */
    List<Curve> curves(UUID id) {
        var curves = jdbc.sql("select curves from best_of_k_run where id = ?")
                .param(id)
                .query(String.class)
                .single();
        return List.of(JSON.readValue(curves, Curve[].class));
    }

    static BestOfKRun row(ResultSet row, int number) throws SQLException {
        return new BestOfKRun(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("campaign_id", UUID.class),
                row.getObject("variant_id", UUID.class),
                row.getString("variant_name"),
                row.getInt("variant_revision"),
                row.getInt("k"),
                Arrays.asList((Double[]) row.getArray("temperatures").getArray()),
                row.getLong("seed"),
                Words.read(RankedBy.class, row.getString("ranked_by")).orElseThrow(),
                row.getInt("prompts"),
                JobState.read(row),
                row.getBoolean("cancelled"),
                JobProgress.read(row),
                row.getString("failure"),
                row.getString("helpfulness_model"),
                row.getString("safety_model"),
                row.getObject("started_by", UUID.class),
                Instants.of(row, "created_at"),
                Instants.ofNullable(row, "ended_at"));
    }
}
