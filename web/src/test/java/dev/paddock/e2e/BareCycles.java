package dev.paddock.e2e;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Taking a task and saving a comparison as two transactions of plain JDBC, in the very tables of a running Paddock: what is left when there
 * is no HTTP, no token, no rule and no object.
 */
final class BareCycles implements AutoCloseable {

    static final int ITEMS = 10_000;

    private static final String LEASE = """
            update task set state = 'leased', person_id = ?, leased_at = now(), expires_at = now() + interval '30 minutes'
            where id = (select t.id from task t where t.campaign_id = ? and t.state = 'open'
                          and not exists (select 1 from task mine where mine.item_id = t.item_id and mine.person_id = ?
                                            and mine.state in ('leased', 'answered', 'skipped'))
                        order by t.position limit 1 for update skip locked)
            returning id, item_id
            """;

    private static final String SHOW = """
            select t.id, t.user_text, a.id, a.text, b.id, b.text from turn t join sample a on a.id = t.sample_a join sample b on b.id = t.sample_b
            where t.conversation_id = ?
            """;

    private static final String DRAW = """
            insert into presentation (task_id, turn_id, left_slot, guideline_version, shown_at) values (?, ?, 'a', 1, now())
            """;

    private static final String SAVE = """
            insert into comparison (id, task_id, turn_id, campaign_id, person_id, chosen_sample, rejected_sample, left_sample, degree,
              guideline_version, round, shown_at, saved_at, idempotency_key, body_sha256)
            values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, 'better', 1, 1, now(), now(), ?, 'none')
            """;

    private static final String END = """
            update task set state = 'answered', answered_turns = 1, ended_at = now(), expires_at = null
            where id = ? and person_id = ? and state = 'leased'
            """;

    private final HikariDataSource pool = new HikariDataSource();
    private final UUID campaign;
    private final int people;

    BareCycles(Path data, int people) throws IOException, SQLException {
        this.people = people;
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port(data) + "/paddock");
        pool.setUsername("paddock");
        pool.setPassword(Files.readString(data.resolve("pg18/paddock.password")).strip());
        pool.setMaximumPoolSize(20);
        pool.setAutoCommit(false);
        this.campaign = newestCampaignOpenAgain();
    }

    private static String port(Path data) throws IOException {
        return Files.readAllLines(data.resolve("pg18/postmaster.pid")).get(3).strip();
    }

    /** The campaign that was worked on last: its slots as new rows, so that both halves of a round meet the same number of them. */
    private UUID newestCampaignOpenAgain() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            var row = statement.executeQuery("select id from campaign order by created_at desc limit 1");
            row.next();
            var newest = row.getObject(1, UUID.class);
            statement.execute(
                    "update task set state = 'expired', expires_at = null, person_id = coalesce(person_id, (select id from person limit 1))"
                            + " where campaign_id = '" + newest + "' and state <> 'expired'");
            statement.execute(
                    "insert into task (id, campaign_id, item_id, slot, state) select gen_random_uuid(), campaign_id, id, slot, 'open'"
                            + " from item cross join generate_series(1, 3) slot where campaign_id = '" + newest
                            + "' order by created_at, id, slot");
            connection.commit();
            return newest;
        }
    }

    List<Callable<Boolean>> cycles() throws SQLException {
        try (var connection = pool.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select person_id from campaign_member where role = 'annotator' and campaign_id = '"
                                        + campaign + "' limit " + people)) {
            var ids = new java.util.ArrayList<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids.stream()
                    .map(person -> (Callable<Boolean>) () -> cycle(person))
                    .toList();
        }
    }

    private record Leased(UUID task, UUID item) {}

    private record Shown(UUID turn, UUID left, UUID right) {}

    private boolean cycle(UUID person) throws SQLException {
        Leased leased;
        Shown shown;
        try (var connection = pool.getConnection()) {
            leased = lease(connection, person);
            shown = show(connection, leased.item());
            run(connection, DRAW, leased.task(), shown.turn());
            connection.commit();
        }
        try (var connection = pool.getConnection()) {
            run(
                    connection,
                    SAVE,
                    leased.task(),
                    shown.turn(),
                    campaign,
                    person,
                    shown.left(),
                    shown.right(),
                    shown.left(),
                    UUID.randomUUID().toString());
            run(connection, END, leased.task(), person);
            connection.commit();
        }
        return true;
    }

    private Leased lease(Connection connection, UUID person) throws SQLException {
        try (var statement = connection.prepareStatement(LEASE)) {
            statement.setObject(1, person);
            statement.setObject(2, campaign);
            statement.setObject(3, person);
            var row = statement.executeQuery();
            row.next();
            return new Leased(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        }
    }

    /** A prepared pair's item has its conversation's id. */
    private static Shown show(Connection connection, UUID item) throws SQLException {
        try (var statement = connection.prepareStatement(SHOW)) {
            statement.setObject(1, item);
            var row = statement.executeQuery();
            row.next();
            return new Shown(row.getObject(1, UUID.class), row.getObject(3, UUID.class), row.getObject(5, UUID.class));
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
