package dev.paddock.annotations;

import static dev.paddock.annotations.ImportedWorld.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.paddock.BackendTest;
import dev.paddock.annotations.ImportedWorld.Row;
import dev.paddock.campaigns.Rating;
import dev.paddock.campaigns.Track;
import dev.paddock.prompts.Format;
import dev.paddock.prompts.RefusedLine;
import dev.paddock.shared.InvalidInput;
import dev.paddock.tasks.PreparedCampaign;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a line may look like, and which of them are refused. */
@BackendTest
class ImportedShapesTest {

    private static final String HH = """
            {"chosen":"Be brief.\\n\\nHuman: Hi\\n\\nAssistant: Hello\\n\\nHuman: Why?\\n\\nAssistant: Because.",\
            "rejected":"Be brief.\\n\\nHuman: Hi\\n\\nAssistant: Hello\\n\\nHuman: Why?\\n\\nAssistant: No."}""";

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient database;

    @Autowired
    ImportedComparisons imports;

    @Test
    void readsLinesOfHhRlhfWithOneDegreeForAll() {
        var world = world(Track.HELPFULNESS);
        assertThat(world.reason(HH)).contains("no degree").contains("?degree=");
        assertThat(world.items()).isZero();

        assertThat(world.imported(world.campaign.lead(), Degree.SLIGHTLY_BETTER, HH, pair("Why?", 0, "better"))
                        .accepted())
                .isEqualTo(2);

        assertThat(world.comparisons())
                .extracting(Row::chosen, Row::rejected, Row::degree)
                .containsExactly(tuple("Because.", "No.", "slightly-better"), tuple("Rivers.", "Fish.", "better"));
        assertThat(opening(world))
                .containsEntry("system_text", "Be brief.")
                .containsEntry("user_text", "Why?")
                .containsEntry("context", "user: Hi, assistant: Hello");
    }

    @Test
    void readsTrlAsPaddockExportsItAndAsOthersWriteIt() {
        var world = world(Track.SAFETY, Rating.SAFETY);

        var report = world.imported("""
                {"prompt":[{"role":"user","content":"Why?"}],"chosen":[{"role":"assistant","content":"Because."}],\
                "rejected":[{"role":"assistant","content":"No."}],"margin":0.5,"degree":"negligibly-better","safety":"both-safe","track":"safety",\
                "ratings":{"chosen":{"helpfulness":null,"safety":5},"rejected":{"helpfulness":null,"safety":4}},\
                "samples":{"chosen":{"variant":"warm"},"rejected":{"variant":"cool"}}}""", """
                {"prompt":"Who?","chosen":"You.","rejected":"Me.","degree":"better"}""");

        assertThat(report.refused()).isEmpty();
        assertThat(database.sql("""
                                select a.text || ' ' || a.variant_name as chosen, b.text || ' ' || b.variant_name as rejected, c.degree, c.safety,
                                       c.chosen_safety, c.rejected_safety
                                  from comparison c join sample a on a.id = c.chosen_sample join sample b on b.id = c.rejected_sample
                                 where c.campaign_id = ? order by c.degree desc
                                """).param(world.campaign.id()).query().listOfRows())
                .satisfiesExactly(
                        told -> assertThat(told)
                                .containsAllEntriesOf(Map.of(
                                        "chosen", "Because. warm",
                                        "rejected", "No. cool",
                                        "degree", "negligibly-better",
                                        "safety", "both-safe",
                                        "chosen_safety", 5,
                                        "rejected_safety", 4)),
                        bare -> assertThat(bare)
                                .containsEntry("chosen", "You. imported")
                                .containsEntry("safety", null)
                                .containsEntry("chosen_safety", null));
    }

    @Test
    void namesWhatIsWrongWithEachLineAndKeepsNothingOfIt() {
        var world = world(Track.HELPFULNESS, Rating.SAFETY);

        var report = world.imported(
                "7",
                "{}",
                pair("Why?", 2, "better"),
                pair("Why?", 0, "best"),
                "{",
                trl("\"safety\":\"both-safe\""),
                trl("\"ratings\":{\"chosen\":{\"helpfulness\":3}}"),
                trl("\"ratings\":{\"chosen\":{\"safety\":9}}"),
                trl("\"ratings\":{\"chosen\":{\"safety\":\"5\"}}"),
                trl("\"ratings\":{\"chosen\":{\"safety\":1},\"rejected\":{\"safety\":5}}"),
                trl("\"track\":\"safety\""),
                trl("\"campaignId\":\"" + world.campaign.id() + "\""),
                "{\"chosen\":\"a\",\"rejected\":\"b\",\"degree\":\"better\"}",
                "{\"prompt\":\"Why?\",\"chosen\":[],\"rejected\":\"b\",\"degree\":\"better\"}");

        assertThat(report.accepted()).isZero();
        assertThat(report.refused())
                .extracting(RefusedLine::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).isEqualTo("is no object"),
                        reason -> assertThat(reason).contains("'prompt', 'chosen' and 'rejected'"),
                        reason -> assertThat(reason).contains("0 for the first"),
                        reason -> assertThat(reason).contains("must be one of: significantly-better"),
                        reason -> assertThat(reason).contains("is not JSON"),
                        reason -> assertThat(reason).contains("safety is only asked in safety campaigns"),
                        reason -> assertThat(reason).contains("ratings.chosen.helpfulness is not asked"),
                        reason -> assertThat(reason).contains("ratings.chosen.safety must be 1 to 5"),
                        reason -> assertThat(reason).contains("no whole number"),
                        reason -> assertThat(reason).contains("violates safety"),
                        reason -> assertThat(reason).contains("another track"),
                        reason -> assertThat(reason).contains("this very campaign"),
                        reason -> assertThat(reason).contains("no line of HH-RLHF"),
                        reason -> assertThat(reason).contains("one message in 'chosen'"));
        assertThat(world.items()).isZero();
        assertThatThrownBy(() -> imports.importAll(
                        world.campaign.lead(),
                        world.campaign.id(),
                        InputStream.nullInputStream(),
                        Format.CSV,
                        Degree.BETTER))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesRatingsInAnotherShape() {
        var world = world(Track.HELPFULNESS);

        var report = world.imported(
                trl("\"ratings\":[4,2]"),
                trl("\"ratings\":\"4\""),
                trl("\"ratings\":{\"left\":{}}"),
                trl("\"ratings\":{\"chosen\":5}"),
                trl("\"ratings\":{\"rejected\":{\"helpful\":4}}"));

        assertThat(report.refused())
                .extracting(RefusedLine::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("'ratings' that are no object with chosen and rejected"),
                        reason -> assertThat(reason).contains("'ratings' that are no object"),
                        reason -> assertThat(reason).contains("'ratings' that are no object"),
                        reason -> assertThat(reason)
                                .contains("'ratings.chosen' that are no object with helpfulness and safety"),
                        reason -> assertThat(reason).contains("'ratings.rejected' that are no object"));
        assertThat(world.items()).isZero();
        assertThat(world.imported(trl("\"ratings\":{\"chosen\":null}")).accepted())
                .isEqualTo(1);
    }

    @Test
    void refusesWordsThatItWouldHaveToGuess() {
        var world = world(Track.HELPFULNESS);

        var report = world.imported(
                trl("\"impartial\":\"no\""),
                trl("\"impartial\":null"),
                trl("\"impartial\":0"),
                messages("user", "assistant"),
                messages("assistant", "system"),
                messages("assistant", null),
                hh("Be brief.", "Be long."),
                hh("", "Be long."));

        assertThat(report.refused())
                .extracting(RefusedLine::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("'impartial'").contains("neither true nor false"),
                        reason -> assertThat(reason).contains("neither true nor false"),
                        reason -> assertThat(reason).contains("neither true nor false"),
                        reason -> assertThat(reason).contains("'chosen'").contains("role is not assistant"),
                        reason -> assertThat(reason).contains("'rejected'").contains("role is not assistant"),
                        reason -> assertThat(reason).contains("'rejected'").contains("role is not assistant"),
                        reason -> assertThat(reason).contains("before the first 'Human:'"),
                        reason -> assertThat(reason).contains("before the first 'Human:'"));
        assertThat(world.items()).isZero();
        assertThat(world.imported(
                                trl("\"impartial\":true"),
                                messages("assistant", "assistant"),
                                hh("Be brief.", "Be brief."))
                        .accepted())
                .isEqualTo(3);
    }

    private static String messages(String chosen, @Nullable String rejected) {
        return "{\"prompt\":\"Who?\",\"chosen\":[%s],\"rejected\":[%s],\"degree\":\"better\"}"
                .formatted(message(chosen, "You."), message(rejected, "Me."));
    }

    private static String message(@Nullable String role, String content) {
        var written = role == null ? "" : "\"role\":\"" + role + "\",";
        return "{" + written + "\"content\":\"" + content + "\"}";
    }

    private static String hh(String system, String systemOfRejected) {
        var dialogue = "%s\\n\\nHuman: Why?\\n\\nAssistant: %s";
        return "{\"chosen\":\"%s\",\"rejected\":\"%s\",\"degree\":\"better\"}"
                .formatted(dialogue.formatted(system, "So."), dialogue.formatted(systemOfRejected, "No."));
    }

    private static String trl(String more) {
        return "{\"prompt\":\"Why?\",\"chosen\":\"a\",\"rejected\":\"b\",\"degree\":\"better\"," + more + "}";
    }

    private ImportedWorld world(Track track, Rating... ratings) {
        return new ImportedWorld(beans, new PreparedCampaign(beans, track, 1, ratings));
    }

    private Map<String, @Nullable Object> opening(ImportedWorld world) {
        return database.sql("""
                        select c.system_text, t.user_text,
                               (select string_agg(role || ': ' || content, ', ' order by ordinal) from conversation_context where conversation_id = c.id) as context
                          from conversation c join turn t on t.conversation_id = c.id where c.campaign_id = ? and c.system_text <> ''
                        """).param(world.campaign.id()).query().singleRow();
    }
}
