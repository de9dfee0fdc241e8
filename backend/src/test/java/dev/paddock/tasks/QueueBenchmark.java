package dev.paddock.tasks;

import dev.paddock.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.data.jpa.repository.Query;

/**
 * How the database finds the next task among 200,000 open ones, in the order of arrival and by uncertainty: plans and times, for somebody
 * who is new and for the one who has begun most. docs/benchmarks.md says how to run it.
 */
final class QueueBenchmark {

    private static final int ROUNDS = 200;

    private final UUID campaign = UUID.randomUUID();
    private final UUID newcomer = UUID.randomUUID();
    private final UUID veteran = UUID.randomUUID();
    private final Statement statement;

    private QueueBenchmark(Statement statement) {
        this.statement = statement;
    }

    public static void main(String[] arguments) throws SQLException {
        DataSource store = TestDatabase.dataSource();
        Flyway.configure().dataSource(store).load().migrate();
        try (var connection = store.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            new QueueBenchmark(statement).run();
        }
    }

    private void run() throws SQLException {
        statement.execute(filled(PLANT));
        statement.execute("vacuum analyze");
        for (var person : List.of(newcomer, veteran)) {
            System.out.println(person.equals(newcomer) ? "\nSomebody new" : "\nWho has begun 2,000 pairs alone");
            var last = number(query("lastBegun"), person, "0", "0");
            find("firstOpen", person, "" + number(query("lastPosition"), person, "0", "0"), "0");
            find("firstBegun", person, "" + (last - UncertaintySearch.LOOKED_AT_AGAIN), "0");
            find("firstBegun", person, "0", "0");
            find("firstDrawn", person, "0", "0.2");
            find("firstByGap", person, "0", "0.2");
        }
    }

    private void find(String method, UUID person, String after, String share) throws SQLException {
        var sql = bound(query(method), person, after, share);
        for (var round = 0; round < ROUNDS; round++) {
            statement.executeQuery(sql).close();
        }
        var began = System.nanoTime();
        for (var round = 0; round < ROUNDS; round++) {
            statement.executeQuery(sql).close();
        }
        System.out.printf(
                Locale.ROOT, "%s behind %s: %.2f ms%n", method, after, (System.nanoTime() - began) / 1e6 / ROUNDS);
        try (var plan = statement.executeQuery("explain (analyze, buffers, costs off, timing off) " + sql)) {
            while (plan.next()) {
                System.out.println("    " + plan.getString(1));
            }
        }
    }

    /** The very text that the repository sends. */
    private static String query(String method) {
        return Arrays.stream(TaskRepository.class.getDeclaredMethods())
                .filter(each -> each.getName().equals(method))
                .map(each -> each.getAnnotation(Query.class).value())
                .findFirst()
                .orElseThrow();
    }

    private long number(String sql, UUID person, String after, String share) throws SQLException {
        try (var found = statement.executeQuery(bound(sql, person, after, share))) {
            found.next();
            return found.getLong(1);
        }
    }

    private String bound(String sql, UUID person, String after, String share) {
        return filled(sql.replace(":person", "'" + person + "'::uuid")
                .replace(":after", after)
                .replace(":share", share)
                .replace(":generating", "true"));
    }

    private String filled(String sql) {
        return sql.replace(":campaign", "'" + campaign + "'::uuid")
                .replace(":newcomer", "'" + newcomer + "'::uuid")
                .replace(":veteran", "'" + veteran + "'::uuid");
    }

    private static final String PLANT = """
            insert into campaign values (:campaign, 'Queue ' || gen_random_uuid(), 'helpfulness', 'comparison', 'active', 3, 1, false, '{}', 1, null, now(), 0, 'uncertainty', 20);
            insert into person (id, email, name, role, pseudonym, created_at)
                select id, id::text, 'p', 'annotator', 'annotator-' || id, now() from unnest(array[:newcomer, :veteran]) id;
            create temp table v as select gen_random_uuid() id, n from generate_series(1, 68000) n;
            insert into conversation (id, campaign_id, root_id, created_at) select id, :campaign, id, now() from v;
            insert into item (id, campaign_id, round, kind, conversation_id, judgements, created_at, draw, gap, gap_model)
                select id, :campaign, 1, 'pair', id, 3, now(), random(), abs(random() - 0.5), 'benchmark' from v;
            insert into task (id, campaign_id, item_id, slot, state, draw, gap, begun)
                select gen_random_uuid(), :campaign, id, slot, 'open', draw, gap, case when n <= 2000 then nextval('task_beginning') end
                  from v join item using (id) cross join generate_series(1, 3) slot order by n, slot;
            update task set state = 'answered', person_id = :veteran, end_cause = 'completed', ended_at = now(), chosen_by = 'uncertainty'
             where campaign_id = :campaign and begun is not null and slot = 1;
            """;
}
