package dev.paddock.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@BackendTest
class PromptImportTest {

    @Autowired
    Prompts prompts;

    @Autowired
    Campaigns campaigns;

    Caller grace;
    UUID campaign;

    @Autowired
    BeanFactory beans;

    Cast cast;

    @BeforeEach
    void campaign() {
        cast = new Cast(beans);
        grace = person(Role.LEAD);
        var asked = new NewCampaign("Import " + UUID.randomUUID(), Track.SAFETY, "g", 1, 1, true, Set.of(), List.of());
        campaign = campaigns.create(grace, asked).id();
    }

    @Test
    void importsTheGoodLinesAndNamesTenKindsOfBrokenOnes() throws IOException {
        var file = new ByteArrayOutputStream();
        for (var line : List.of(
                "{\"text\":\"Good one\",\"riskCategory\":\"unqualified-advice\",\"attackVector\":\"non-english\",\"shoe\":43}",
                "{\"text\":\"cut off",
                "{\"system\":\"no text\"}",
                "{\"text\":\"   \"}",
                "{\"text\":\"" + "x".repeat(20_001) + "\"}",
                "{\"text\":42}",
                "[\"a list\"]",
                "{\"text\":\"nul \\u0000 inside\"}",
                "{\"text\":\"half \\ud83d\"}",
                "{\"text\":\"x\",\"riskCategory\":\"jaywalking\"}",
                "{\"text\":\"x\",\"source\":\"" + "s".repeat(201) + "\"}",
                "{\"role\":\"assistant\",\"text\":\"I am the answer\"}",
                "\"Good bare text\"",
                "GOOD ONE".toLowerCase(java.util.Locale.ROOT),
                "{\"Prompt\":\"good  ONE\",\"risk_category\":\"Illicit and criminal\"}",
                "{\"text\":\"" + "y".repeat(1 << 20) + "\"}")) {
            file.write(line.getBytes(StandardCharsets.UTF_8));
            file.write('\n');
        }
        file.write("{\"text\":\"caf\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        file.write("{\"text\":\"Good last one\"}".getBytes(StandardCharsets.UTF_8));

        var report = imported(new ByteArrayInputStream(file.toByteArray()), ImportOptions.of(Format.JSONL));

        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.ignoredColumns()).containsExactly("shoe");
        assertThat(report.refused())
                .extracting(RefusedLine::line)
                .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 14L, 16L, 17L);
        assertThat(report.refused())
                .extracting(RefusedLine::reason)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(report.refused().get(8).reason()).contains("riskCategory").contains("unqualified-advice");
        assertThat(prompts.list(grace, campaign, null, 50).rows())
                .extracting(Prompt::text)
                .containsExactly("Good one", "Good bare text", "Good last one");
    }

    @Test
    void theSameFileTwiceAddsNothingTwice() {
        var rows = "{\"text\":\"a\"}\n{\"text\":\"b\"}";

        assertThat(imported(rows).accepted()).isEqualTo(2);
        assertThat(imported(rows).duplicates()).isEqualTo(2);
        assertThat(prompts.count(campaign)).isEqualTo(2);
    }

    @Test
    void keepsTheFinishedBatchesWhenTheSenderBreaksOff() {
        var half = new InputStream() {
            private final InputStream lines =
                    new ByteArrayInputStream(many(1_200).getBytes(StandardCharsets.UTF_8));

            @Override
            public int read() throws IOException {
                int next = lines.read();
                if (next == -1) {
                    throw new IOException("connection reset");
                }
                return next;
            }
        };

        assertThatThrownBy(() -> imported(half, ImportOptions.of(Format.JSONL)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(prompts.count(campaign)).isEqualTo(1_000);
        assertThat(imported(many(1_200)).accepted()).isEqualTo(200);
    }

    @Test
    void twoImportsOfTheSamePromptsInOppositeOrderAtOnceStoreEachOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            var lines = many(500).replace("prompt", "round " + round).lines().toList();
            var start = new CyclicBarrier(2);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var one = threads.submit(() -> importedAt(start, lines));
                var other = threads.submit(() -> importedAt(start, lines.reversed()));

                assertThat(one.get().accepted() + other.get().accepted()).isEqualTo(500);
            }
        }
        assertThat(prompts.count(campaign)).isEqualTo(5_000);
    }

    private ImportReport importedAt(CyclicBarrier start, List<String> lines) throws Exception {
        start.await();
        return imported(String.join("\n", lines));
    }

    @Test
    void listsAThousandFaultsAndCountsTheRest() {
        var report = imported("nonsense\n".repeat(1_500));

        assertThat(report.refused()).hasSize(1_000);
        assertThat(report.refusedInAll()).isEqualTo(1_500);
    }

    @Test
    void takesTheOpeningOfAConversation() {
        imported("""
                {"prompt":[{"role":"system","content":"Be brief."},{"role":"user","content":"Why?"},{"role":"assistant","content":"So."}]}
                {"messages":[{"role":"user","content":"How?"}],"lang":"en"}
                """);

        var rows = prompts.list(grace, campaign, null, 10).rows();
        assertThat(rows).extracting(Prompt::text).containsExactlyInAnyOrder("Why?", "How?");
        assertThat(rows).extracting(Prompt::systemText).containsExactlyInAnyOrder("Be brief.", "");
    }

    @Test
    void anAnnotatorsOwnPromptIsStoredOnceHoweverOftenItIsWritten() {
        var first = prompts.write(grace, campaign, "Mine", RiskCategory.HATEFUL_AND_HARMFUL, null);
        var again = prompts.write(grace, campaign, " MINE ", null, AttackVector.OTHER);

        assertThat(again).isEqualTo(first);
        assertThat(first.origin()).isEqualTo(Origin.WRITTEN);
    }

    @Test
    void ownPromptsAreRefusedWhereTheCampaignGivesThem() {
        var asked = new NewCampaign("Given " + UUID.randomUUID(), Track.SAFETY, "g", 1, 1, false, Set.of(), List.of());
        var given = campaigns.create(grace, asked).id();

        assertThatThrownBy(() -> prompts.write(grace, given, "Mine", null, null))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aForeignCampaignTakesNothingFromAStranger() {
        var stranger = person(Role.LEAD);

        assertThatThrownBy(() -> prompts.importAll(
                        stranger, campaign, InputStream.nullInputStream(), ImportOptions.of(Format.JSONL)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> prompts.list(stranger, campaign, null, 10)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> prompts.write(stranger, campaign, "x", null, null))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void importsTheGivenOpenAssistantPromptsInFull() {
        assertThat(imported(data("oasst/prompt_lottery_en_250_text.jsonl"), ImportOptions.of(Format.JSONL)))
                .satisfies(report ->
                        assertThat(report.accepted() + report.duplicates()).isEqualTo(250))
                .satisfies(report -> assertThat(report.refused()).isEmpty());
        assertThat(imported(data("oasst/en_100_message.jsonl"), ImportOptions.of(Format.JSONL)))
                .satisfies(report ->
                        assertThat(report.accepted() + report.duplicates()).isEqualTo(100))
                .satisfies(report -> assertThat(report.refused()).isEmpty());
    }

    @Test
    void importsTheGivenXsTestPromptsInFullAndNamesTheColumnsItHasNoUseFor() {
        var report = imported(data("xstest/xstest_prompts.csv"), new ImportOptions(Format.CSV, null, "xstest"));

        assertThat(report.accepted()).isEqualTo(450);
        assertThat(report.refused()).isEmpty();
        assertThat(report.ignoredColumns()).containsExactly("id", "type", "label", "focus", "note");
        assertThat(prompts.list(grace, campaign, null, 1).rows().getFirst().source())
                .isEqualTo("xstest");
    }

    @Test
    void importsTheGivenAdvBenchPromptsFromTheColumnItIsToldOf() {
        var report =
                imported(data("advbench/advbench_harmful_behaviors.csv"), new ImportOptions(Format.CSV, "target", ""));

        assertThat(report.accepted() + report.duplicates()).isEqualTo(520);
        assertThat(report.refused()).isEmpty();
        assertThat(report.ignoredColumns()).containsExactly("goal");
    }

    private static String many(int count) {
        var rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append("{\"text\":\"prompt ").append(i).append("\"}\n");
        }
        return rows.toString();
    }

    private ImportReport imported(String rows) {
        return imported(
                new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)), ImportOptions.of(Format.JSONL));
    }

    private ImportReport imported(InputStream file, ImportOptions options) {
        return prompts.importAll(grace, campaign, file, options);
    }

    private static InputStream data(String name) {
        var file = Path.of(System.getProperty("paddock.root", "."), "..", "shared", "data", name);
        assumeTrue(Files.exists(file), "skipped: no ../shared/data");
        try {
            return Files.newInputStream(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Caller person(Role role) {
        return cast.stranger(role);
    }
}
