package dev.paddock.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BareModels;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Records of the shape {@code trl}, which {@code docs/data-shapes.md} shows, byte for byte. */
class TrlRowsTest extends ExportsTest {

    @Test
    void tellsTrlAWholeRow() {
        var conversation = harvest.conversation(harvest.prompt("Hi", "illicit", "role play"), "Be brief.", harvest.ada);
        var turn = harvest.turn(conversation, 1, "Hi", "Hello.", "What?");
        var id = harvest.said(turn).safety("both-safe", 5, 3).helpfulness(4, 2).saved();

        assertThat(lines(Shape.TRL, Margin.SMALL))
                .containsExactly(
                        ("{\"prompt\":[{\"role\":\"system\",\"content\":\"Be brief.\"},{\"role\":\"user\",\"content\":\"Hi\"}],"
                                        + "\"chosen\":[{\"role\":\"assistant\",\"content\":\"Hello.\"}],"
                                        + "\"rejected\":[{\"role\":\"assistant\",\"content\":\"What?\"}],\"margin\":0.6666666666666666,"
                                        + "\"id\":\"%s\",\"number\":%d,\"revises\":null,\"degree\":\"better\",\"safety\":\"both-safe\","
                                        + "\"side\":\"left\",\"seconds\":12.5,\"savedAt\":\"2026-03-01T09:00:12.500Z\",\"annotator\":\"ada-%s\",\"imported\":false,"
                                        + "\"campaign\":\"%s\",\"campaignId\":\"%s\",\"track\":\"safety\",\"round\":1,\"guidelineVersion\":1,"
                                        + "\"root\":\"%s\",\"conversation\":\"%s\",\"turn\":1,\"impartial\":true,"
                                        + "\"riskCategory\":\"illicit\",\"attackVector\":\"role play\","
                                        + "\"ratings\":{\"chosen\":{\"helpfulness\":4,\"safety\":5},\"rejected\":{\"helpfulness\":2,\"safety\":3}},"
                                        + "\"scores\":{\"chosen\":{\"helpfulness\":null,\"safety\":null},\"rejected\":{\"helpfulness\":null,\"safety\":null}},"
                                        + "\"rewardModels\":{\"helpfulness\":%s,\"safety\":%s},"
                                        + "\"providers\":{\"helpfulness\":null,\"safety\":null},\"precisions\":{\"helpfulness\":null,\"safety\":null},"
                                        + "\"samples\":{\"chosen\":{\"id\":\"%s\",\"variant\":\"starter-warm\",\"temperature\":0.75,\"seed\":7},"
                                        + "\"rejected\":{\"id\":\"%s\",\"variant\":\"starter-cool\",\"temperature\":0.25,\"seed\":-8}}}")
                                .formatted(
                                        id,
                                        harvest.number(id),
                                        harvest.ada,
                                        harvest.name,
                                        harvest.campaign,
                                        root(conversation),
                                        conversation,
                                        serving("helpfulness"),
                                        serving("safety"),
                                        turn.a(),
                                        turn.b()));
    }

    @Test
    void tellsWhatWasTakenForItsSmallGap() {
        harvest.said(harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "Hello.", "What?"))
                .saved();
        jdbc.sql("update task set chosen_by = 'uncertainty' where campaign_id = ?")
                .param(harvest.campaign)
                .update();
        harvest.said(harvest.turn(harvest.conversation(null, "", null), 1, "Ho", "Hello.", "What?"))
                .saved();

        assertThat(lines(Shape.TRL, Margin.NONE))
                .satisfiesExactly(
                        taken -> assertThat(taken).contains("\"impartial\":false"),
                        other -> assertThat(other).contains("\"impartial\":true"));
    }

    @Test
    void putsEarlierMessagesOfAPreparedPairAndEarlierTurnsIntoThePrompt() {
        var conversation = harvest.conversation(null, "", null);
        harvest.context(conversation, 1, "user", "one");
        harvest.context(conversation, 2, "assistant", "two");
        var first = harvest.turn(conversation, 1, "three", "four", "not four");
        harvest.wentOnFrom(first, first.a());
        harvest.said(harvest.turn(conversation, 2, "five", "six", "not six")).saved();

        assertThat(lines(Shape.TRL, Margin.NONE).getFirst())
                .startsWith(
                        "{\"prompt\":["
                                + "{\"role\":\"user\",\"content\":\"one\"},{\"role\":\"assistant\",\"content\":\"two\"},"
                                + "{\"role\":\"user\",\"content\":\"three\"},{\"role\":\"assistant\",\"content\":\"four\"},"
                                + "{\"role\":\"user\",\"content\":\"five\"}],\"chosen\":[{\"role\":\"assistant\",\"content\":\"six\"}]");
    }

    @Test
    void givesEveryDegreeItsMargin() {
        var degrees = List.of("significantly-better", "better", "slightly-better", "negligibly-better");
        for (var degree : degrees) {
            harvest.said(turn()).degree(degree).saved();
        }

        assertThat(lines(Shape.TRL, Margin.LARGE))
                .extracting(TrlRowsTest::margin)
                .containsExactly("3.0", "2.0", "1.0", "0.0");
        assertThat(lines(Shape.TRL, Margin.SMALL))
                .extracting(TrlRowsTest::margin)
                .containsExactly("1.0", "0.6666666666666666", "0.3333333333333333", "0.0");
        assertThat(lines(Shape.TRL, Margin.NONE))
                .allSatisfy(line -> assertThat(line).doesNotContain("margin"));
    }

    @Test
    void tellsTheScoresOfTheModelsThatServeAndOfNoOther() {
        var turn = turn();
        harvest.said(turn).saved();
        var serving = "helpfulness-" + UUID.randomUUID();
        new BareModels(jdbc).serve("helpfulness", serving);
        harvest.score(turn.a(), serving, "helpfulness", 0.5);
        harvest.score(turn.b(), serving, "helpfulness", -1.25);
        harvest.score(turn.b(), "another", "helpfulness", 9);

        assertThat(lines(Shape.TRL, Margin.NONE))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(
                                "\"scores\":{\"chosen\":{\"helpfulness\":0.5,\"safety\":null},\"rejected\":{\"helpfulness\":-1.25,\"safety\":null}}")
                        .contains("\"rewardModels\":{\"helpfulness\":\"" + serving + "\"")
                        .contains("\"providers\":{\"helpfulness\":\"cpu\",\"safety\":null}")
                        .contains("\"precisions\":{\"helpfulness\":\"int8\",\"safety\":null}"));
    }

    @Test
    void bothScoresOfARowAreOfOneProviderAndPrecision() {
        var turn = turn();
        harvest.said(turn).saved();
        var serving = "safety-" + UUID.randomUUID();
        new BareModels(jdbc).serve("safety", serving);
        harvest.score(turn.a(), serving, "safety", 5);
        jdbc.sql("""
                        insert into score (sample_id, reward_model, kind, provider, precision, value, micros, scored_at)
                        select id, ?, 'safety', 'cuda', 'fp16', 2, 0, now() from sample where id in (?, ?)
                        """).params(serving, turn.a(), turn.b()).update();

        assertThat(lines(Shape.TRL, Margin.NONE))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsPattern("\"scores\":\\{\"chosen\":\\{\"helpfulness\":[^,]+,\"safety\":2\\.0}")
                        .contains("\"safety\":\"cuda\"}", "\"safety\":\"fp16\"}"));
    }

    @Test
    void aRowIsOneLineWhateverWasSaid() {
        var hostile = "a\nb\r\nc\u2028d\u2029e\u0085f\u007fg\u001bh\u0001\t\"\\ \uD83E\uDD99 é";
        harvest.said(harvest.turn(harvest.conversation(null, "", harvest.ada), 1, hostile, "Yes.", "No."))
                .saved();

        assertThat(lines(Shape.TRL, Margin.NONE))
                .singleElement()
                .satisfies(
                        line -> assertThat(line)
                                .contains(
                                        "a\\nb\\r\\nc\\u2028d\\u2029e\\u0085f\\u007Fg\\u001Bh\\u0001\\t\\\"\\\\ \uD83E\uDD99 é"));
    }

    private static String margin(String line) {
        return line.replaceAll(".*\"margin\":([0-9.]+),.*", "$1");
    }

    private UUID root(UUID conversation) {
        return jdbc.sql("select root_id from conversation where id = ?")
                .param(conversation)
                .query(UUID.class)
                .single();
    }

    private String serving(String kind) {
        return jdbc.sql("select name from reward_model where kind = ? and state = 'serving'")
                .param(kind)
                .query(String.class)
                .optional()
                .map(name -> '"' + name + '"')
                .orElse("null");
    }
}
