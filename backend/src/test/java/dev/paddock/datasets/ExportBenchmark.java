package dev.paddock.datasets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import dev.paddock.TestDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The export of 200,000 comparisons beside plain JDBC with the same query, and beside plain JDBC that streams the same bytes ready made.
 * Arguments: rows (200000), rounds (5). {@code docs/benchmarks.md} has the command and what came out.
 */
final class ExportBenchmark {

    private final HikariDataSource store = new HikariDataSource();
    private final UUID campaign = UUID.randomUUID();

    public static void main(String[] arguments) throws Exception {
        var rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        new ExportBenchmark().run(rows, rounds);
    }

    private void run(int rows, int rounds) throws Exception {
        store.setDataSource(TestDatabase.dataSource());
        Flyway.configure().dataSource(store).load().migrate();
        plant(rows);
        keepLines();
        for (var round = 1; round <= rounds; round++) {
            var ours = timed("export", this::export);
            var theirs = timed("raw JDBC", this::query);
            timed("ready-made", this::readyMade);
            System.out.printf(Locale.ROOT, "round %d: export reaches %.2f of raw JDBC%n", round, theirs / ours);
        }
        var pools = ManagementFactory.getMemoryPoolMXBeans();
        var peak = pools.stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .mapToLong(p -> p.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "heap: limit %d MB, sum of the pools' peaks %d MB%n",
                Runtime.getRuntime().maxMemory() >> 20, peak >> 20);
    }

    /** Conversations of three turns each, answers of some 300 characters, half of them scored by both models. */
    private void plant(int rows) throws SQLException {
        try (var connection = store.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(PLANT.replace(":campaign", "'" + campaign + "'::uuid")
                    .replace(":conversations", "" + (rows + 2) / 3));
            statement.execute("vacuum analyze");
        }
    }

    private interface Work {
        void writeTo(Sink sink) throws Exception;
    }

    private double timed(String what, Work work) throws Exception {
        var sink = new Sink();
        var start = System.nanoTime();
        work.writeTo(sink);
        var seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-10s %,d bytes, %.2f s, %.1f MB/s%n",
                what,
                sink.bytes,
                seconds,
                sink.bytes / seconds / 1e6);
        return seconds;
    }

    private void export(OutputStream sink) {
        var stream = new PreferenceStream(
                store, new JdbcTransactionManager(store), new ExportSettings(4, Integer.getInteger("fetch", 500)));
        stream.write(campaign, new Recipe(Shape.TRL, Margin.SMALL, 0), _ -> sink);
    }

    /** The same bytes from a table that holds nothing but finished lines: the driver's own speed. */
    private void readyMade(OutputStream sink) throws SQLException, IOException {
        try (var connection = store.getConnection()) {
            connection.setAutoCommit(false);
            try (var query = connection.prepareStatement("select line from kept order by number")) {
                query.setFetchSize(1000);
                var lines = query.executeQuery();
                while (lines.next()) {
                    sink.write(lines.getString(1).getBytes(UTF_8));
                    sink.write('\n');
                }
            }
        }
    }

    /** The same query by plain JDBC, every column written as the text it comes in: no JSON at all, so fewer bytes than ours. */
    private void query(OutputStream sink) throws SQLException, IOException {
        try (var connection = store.getConnection()) {
            connection.setAutoCommit(false);
            try (var query = new Span(campaign, 0, Long.MAX_VALUE).prepare(connection, Preference.ROWS)) {
                query.setFetchSize(1000);
                var rows = query.executeQuery();
                var columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (var column = 1; column <= columns; column++) {
                        var text = rows.getString(column);
                        sink.write(text == null ? new byte[0] : text.getBytes(UTF_8));
                    }
                }
            }
        }
    }

    private void keepLines() throws SQLException, IOException {
        var file = Files.createTempFile("export", ".jsonl");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            export(out);
        }
        try (var connection = store.getConnection();
                var lines = Files.lines(file)) {
            connection
                    .createStatement()
                    .execute(
                            "drop table if exists kept; create table kept (number bigint generated always as identity primary key, line text not null)");
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("insert into kept (line) values (?)")) {
                for (var each = lines.iterator(); each.hasNext(); ) {
                    insert.setString(1, each.next());
                    insert.execute();
                }
            }
            connection.commit();
        }
        Files.delete(file);
    }

    /** Counts what it is given. */
    private static class Sink extends OutputStream {
        long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }

    private static final String PLANT = """
            insert into campaign values (:campaign, 'Benchmark ' || gen_random_uuid(), 'helpfulness', 'comparison', 'active', 1, 3, true, '{}', 1, null, now(), 0);
            insert into guideline values (:campaign, 1, '', null, now());
            create temp table p as select gen_random_uuid() id, n from generate_series(0, 63) n;
            insert into person (id, email, name, role, pseudonym, created_at) select id, id::text, 'p', 'annotator', 'annotator-' || id, now() from p;
            create temp table v as select gen_random_uuid() id, gen_random_uuid() prompt, gen_random_uuid() task, n from generate_series(1, :conversations) n;
            insert into prompt (id, campaign_id, text, origin, fingerprint, created_at)
                select prompt, :campaign, 'How do I ' || md5(n::text) || '?', 'imported', int8send(n), now() from v;
            insert into conversation (id, campaign_id, prompt_id, root_id, created_at) select id, :campaign, prompt, prompt, now() from v;
            insert into task (id, campaign_id, slot, state, person_id, conversation_id)
                select task, :campaign, 1, 'answered', p.id, v.id from v join p on p.n = v.n % 64;
            create temp table t as select gen_random_uuid() id, gen_random_uuid() a, gen_random_uuid() b, v.id conversation, v.task, v.n, k
                from v cross join generate_series(1, 3) k;
            insert into turn (id, conversation_id, number, user_text, state, created_at)
                select id, conversation, k, 'And then, ' || md5(n::text || k) || '?', 'ready', now() from t;
            insert into sample (id, turn_id, campaign_id, slot, attempt, state, text, variant_name, adapter, temperature, seed, requested_at)
                select a, id, :campaign, 'a', 1, 'finished', repeat(md5(a::text) || ' "x"' || chr(10), 8), 'starter-warm', 'embedded', 0.8, n, now() from t
                union all
                select b, id, :campaign, 'b', 1, 'finished', repeat(md5(b::text) || ' ', 9), 'starter-cool', 'embedded', 0.3, n, now() from t;
            update turn set sample_a = a, sample_b = b, chosen_sample = a from t where t.id = turn.id;
            insert into reward_model (name, kind, state, folder, sha256, created_at)
                select kind, kind, 'serving', '', '', now() from unnest(array['helpfulness', 'safety']) kind on conflict do nothing;
            insert into score select unnest(array[a, b]), kind, kind, 'cpu', 'int8', 1.25, 900, now()
                from t cross join unnest(array['helpfulness', 'safety']) kind where n % 2 = 0;
            insert into comparison (id, task_id, turn_id, campaign_id, person_id, chosen_sample, rejected_sample, left_sample, degree, guideline_version,
                round, shown_at, saved_at, idempotency_key, body_sha256)
                select gen_random_uuid(), t.task, t.id, :campaign, p.id, a, b, b, (array['better', 'slightly-better'])[1 + t.n % 2], 1, 1,
                    now() - interval '9 s', now(), t.id::text, '' from t join p on p.n = t.n % 64 order by k, t.n;
            """;
}
