package dev.paddock.samples;

import dev.paddock.rewardmodel.Sha256;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes prepared pairs in bulk: a conversation of one turn whose two samples are there from the start. */
@Repository
class PairRecords {

    private static final String CONVERSATION =
            "insert into conversation (id, campaign_id, root_id, system_text, created_at) values (?, ?, ?, ?, ?) on conflict (id) do nothing";
    private static final String CONTEXT =
            "insert into conversation_context (conversation_id, ordinal, role, content) values (?, ?, ?, ?)";
    private static final String TURN =
            "insert into turn (id, conversation_id, number, user_text, state, created_at, ready_at) values (?, ?, 1, ?, 'ready', ?, ?)";
    private static final String SAMPLE = """
            insert into sample (id, turn_id, campaign_id, slot, attempt, state, text, variant_name, adapter, requested_at, finished_at, text_sha256)
            values (?, ?, ?, ?, 1, 'finished', ?, ?, 'imported', ?, ?, ?)
            """;
    private static final String PAIR = "update turn set sample_a = ?, sample_b = ? where id = ?";

    private static final String FIRST = """
            select turn.conversation_id, sample.text_sha256
              from turn join sample on sample.id = turn.sample_a
             where turn.conversation_id = any(?)
            """;

    private final JdbcTemplate database;

    PairRecords(JdbcTemplate database) {
        this.database = database;
    }

    /** @return the conversations of those that were new */
    List<UUID> add(UUID campaign, List<PreparedPair> pairs, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        // Sorted: two imports of the same pairs at once wait for each other row by row, in one order.
        var distinct = new TreeMap<UUID, PreparedPair>();
        pairs.forEach(pair -> distinct.putIfAbsent(pair.idIn(campaign), pair));
        var fresh = addConversations(campaign, distinct, at);
        database.batchUpdate(CONTEXT, context(fresh));
        addTurns(campaign, fresh, at);
        return List.copyOf(fresh.keySet());
    }

    /** The SHA-256 of the answers in slot a, by conversation, of those that are there. */
    Map<UUID, String> firstAnswers(Collection<UUID> conversations) {
        var found = new HashMap<UUID, String>();
        database.query(
                FIRST,
                row -> {
                    found.put(row.getObject(1, UUID.class), row.getString(2));
                },
                (Object) conversations.toArray(UUID[]::new));
        return found;
    }

    private Map<UUID, PreparedPair> addConversations(UUID campaign, Map<UUID, PreparedPair> pairs, OffsetDateTime at) {
        var ids = List.copyOf(pairs.keySet());
        var rows = new ArrayList<Object[]>();
        pairs.forEach((id, pair) -> rows.add(new Object[] {id, campaign, pair.root(), pair.systemText(), at}));
        int[] inserted = database.batchUpdate(CONVERSATION, rows);
        IntStream.range(0, inserted.length).filter(i -> inserted[i] == 0).forEach(i -> pairs.remove(ids.get(i)));
        return pairs;
    }

    private static List<Object[]> context(Map<UUID, PreparedPair> pairs) {
        var rows = new ArrayList<Object[]>();
        pairs.forEach((id, pair) -> {
            for (int i = 0; i < pair.context().size(); i++) {
                var message = pair.context().get(i);
                rows.add(new Object[] {id, i, message.role().name().toLowerCase(Locale.ROOT), message.content()});
            }
        });
        return rows;
    }

    private void addTurns(UUID campaign, Map<UUID, PreparedPair> pairs, OffsetDateTime at) {
        var turns = new ArrayList<Object[]>();
        var samples = new ArrayList<Object[]>();
        var links = new ArrayList<Object[]>();
        pairs.forEach((id, pair) -> {
            var turn = UUID.randomUUID();
            var a = sample(campaign, turn, "a", pair.a(), at);
            var b = sample(campaign, turn, "b", pair.b(), at);
            turns.add(new Object[] {turn, id, pair.userText(), at, at});
            samples.add(a);
            samples.add(b);
            links.add(new Object[] {a[0], b[0], turn});
        });
        database.batchUpdate(TURN, turns);
        database.batchUpdate(SAMPLE, samples);
        database.batchUpdate(PAIR, links);
    }

    private static Object[] sample(
            UUID campaign, UUID turn, String slot, PreparedPair.Answer answer, OffsetDateTime at) {
        var checksum = Sha256.of(answer.text());
        return new Object[] {UUID.randomUUID(), turn, campaign, slot, answer.text(), answer.variant(), at, at, checksum
        };
    }
}
