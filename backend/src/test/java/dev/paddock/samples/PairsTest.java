package dev.paddock.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.prompts.Format;
import dev.paddock.prompts.ImportReport;
import dev.paddock.prompts.RefusedLine;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotFound;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackendTest
class PairsTest {

    private static final String PAIR = """
            {"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"},\
            {"role":"user","content":"Why is the sea salty?"}],"responses":[{"text":"Rivers.","variant":"v1"},{"text":"Rocks."}]}
            """;

    @Autowired
    Pairs pairs;

    @Autowired
    Campaigns campaigns;

    @Autowired
    JdbcClient database;

    Caller grace;
    UUID campaign;

    @BeforeEach
    void campaign() {
        grace = person(Role.LEAD);
        var asked =
                new NewCampaign("Pairs " + UUID.randomUUID(), Track.HELPFULNESS, "g", 3, 1, false, Set.of(), List.of());
        campaign = campaigns.create(grace, asked).id();
    }

    @Test
    void becomesAConversationWhoseLastTurnHasBothSamples() {
        assertThat(imported(PAIR).accepted()).isEqualTo(1);

        var turn = database.sql("""
                        select c.system_text, c.holder_id, t.user_text, t.state, a.text as a, a.variant_name as va,
                               b.text as b, b.variant_name as vb, a.adapter, a.state as sample_state
                        from conversation c join turn t on t.conversation_id = c.id
                        join sample a on a.id = t.sample_a join sample b on b.id = t.sample_b where c.campaign_id = ?
                        """).param(campaign).query().singleRow();
        assertThat(turn)
                .containsEntry("system_text", "Be brief.")
                .containsEntry("holder_id", null)
                .containsEntry("user_text", "Why is the sea salty?")
                .containsEntry("state", "ready")
                .containsEntry("a", "Rivers.")
                .containsEntry("va", "v1")
                .containsEntry("b", "Rocks.")
                .containsEntry("vb", "imported")
                .containsEntry("adapter", "imported")
                .containsEntry("sample_state", "finished");
        assertThat(database.sql(
                                "select content from conversation_context join conversation on id = conversation_id where campaign_id = ? order by ordinal")
                        .param(campaign)
                        .query(String.class)
                        .list())
                .containsExactly("Hi", "Hello");
    }

    @Test
    void theSamePairTwiceIsOnePair() {
        assertThat(imported(PAIR + PAIR)).returns(1, ImportReport::accepted).returns(1, ImportReport::duplicates);
        assertThat(imported(PAIR)).returns(0, ImportReport::accepted).returns(1, ImportReport::duplicates);
    }

    @Test
    void theSamePairTheOtherWayRoundIsTheSame() {
        imported(PAIR);

        assertThat(imported(PAIR.replaceAll("\\[(\\{\"text\":\"Rivers[^}]*}),(.*?})\\]", "[$2,$1]"))
                        .duplicates())
                .isEqualTo(1);
    }

    /** Splits go by root: what grew from one opening must not lie on both sides (I6). */
    @Test
    void pairsOfOneOpeningShareTheirRootAndOthersDoNot() {
        imported(PAIR);
        imported(PAIR.replace("Why is the sea salty?", "And the lakes?"));
        imported(pair("[{\"role\":\"user\",\"content\":\" hi \"}]", "[{\"text\":\"a\"},{\"text\":\"b\"}]"));
        imported(pair("[{\"role\":\"user\",\"content\":\"Ho\"}]", "[{\"text\":\"a\"},{\"text\":\"b\"}]"));

        assertThat(database.sql("select count(*) from conversation where campaign_id = ? group by root_id order by 1")
                        .param(campaign)
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 3L);
    }

    @Test
    void namesWhatIsWrongWithEachPairAndTakesTheOthers() {
        var report = imported(String.join(
                "\n",
                "{}",
                "{\"messages\":[],\"responses\":[]}",
                pair("[{\"role\":\"user\",\"content\":\"q\"}]", "[{\"text\":\"a\"}]"),
                pair("[{\"role\":\"user\",\"content\":\"q\"}]", "[{\"text\":\"a\"},{\"text\":\"b\"},{\"text\":\"c\"}]"),
                pair("[{\"role\":\"user\",\"content\":\"q\"}]", "[{\"text\":\"a\"},{\"text\":\"a\"}]"),
                pair("[{\"role\":\"user\",\"content\":\"q\"}]", "[{\"text\":\"a\"},{\"text\":\" \"}]"),
                pair("[{\"role\":\"assistant\",\"content\":\"q\"}]", "[{\"text\":\"a\"},{\"text\":\"b\"}]"),
                pair(
                        "[{\"role\":\"user\",\"content\":\"q\"},{\"role\":\"user\",\"content\":\"q\"}]",
                        "[{\"text\":\"a\"},{\"text\":\"b\"}]"),
                pair("[{\"role\":\"narrator\",\"content\":\"q\"}]", "[{\"text\":\"a\"},{\"text\":\"b\"}]"),
                pair("[{\"role\":\"system\",\"content\":\"q\"}]", "[{\"text\":\"a\"},{\"text\":\"b\"}]"),
                pair("[{\"role\":\"user\",\"content\":7}]", "[{\"text\":\"a\"},{\"text\":\"b\"}]"),
                pair("[{\"role\":\"user\",\"content\":\"q\"}]", "[{\"text\":\"a\\u0000\"},{\"text\":\"b\"}]"),
                pair("[{\"role\":\"user\",\"content\":\"q\"}]", "[{\"text\":\"a\",\"variant\":{}},{\"text\":\"b\"}]"),
                "\"text\"",
                pair("[{\"role\":\"user\",\"content\":\"q\"}]", "[{\"text\":\"a\"},{\"text\":\"b\"}]")));

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.refused())
                .extracting(RefusedLine::line)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L);
    }

    @Test
    void refusesCsvAndStrangers() {
        assertThatThrownBy(() -> pairs.importAll(grace, campaign, InputStream.nullInputStream(), Format.CSV))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () -> pairs.importAll(person(Role.LEAD), campaign, InputStream.nullInputStream(), Format.JSONL))
                .isInstanceOf(NotFound.class);
    }

    private static String pair(String messages, String responses) {
        return "{\"messages\":" + messages + ",\"responses\":" + responses + "}";
    }

    private ImportReport imported(String rows) {
        return pairs.importAll(
                grace, campaign, new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)), Format.JSONL);
    }

    private Caller person(Role role) {
        var id = UUID.randomUUID();
        database.sql(
                        "insert into person (id, email, name, role, pseudonym, created_at) values (?, ?, 'x', ?, ?, now())")
                .params(id, id + "@example.org", role.word(), id.toString())
                .update();
        return Caller.signedIn(id, "x", role);
    }
}
