package dev.paddock.rewardmodel.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.rewardmodel.remote.Asked.Tokens;
import dev.paddock.rewardmodel.remote.RemoteScorer.Known;
import dev.paddock.rewardmodel.remote.ScriptedServer.Said;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a hostile server says, and how much of it is passed on. */
@Timeout(30)
class ToldTest {

    private static final Asked GOLDEN = new Tokens(new long[] {1});

    @SuppressWarnings("NullAway.Init")
    ScriptedServer server;

    @SuppressWarnings("NullAway.Init")
    RemoteScorer scorer;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        server.key = "sk-very-secret";
        scorer = new RemoteScorer(server, Dialect.VLLM, "gpu", "rm", new Known(GOLDEN, 10, 0.5));
    }

    @AfterEach
    void stop() {
        scorer.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "401, Wrong key sk-very-secret",
        "403, Wrong key sk-very-secret",
        "400, You sent sk-very-secret",
        "404, You sent sk-very-secret",
        "500, Authorization: Bearer sk-very-secret",
        "503, Authorization: Bearer sk-very-secret",
        "200, [\"sk-very-secret\"]",
        "200, sk-very-secret",
    })
    void theKeyIsNeverToldEvenIfTheServerRepeatsIt(int status, String body) {
        server.patience = Duration.ofMillis(300);
        server.script = _ -> new Said(status, body);
        assertThatThrownBy(() -> scorer.logits(List.of(GOLDEN)))
                .message()
                .isNotEmpty()
                .doesNotContain("secret");
        assertThat(scorer.trouble()).hasValueSatisfying(told -> assertThat(told).doesNotContain("secret"));
    }

    @Test
    void aKeyAtTheEndOfWhatIsToldIsNotToldInPart() {
        server.script = _ -> new Said(500, "x".repeat(290) + "sk-very-secret");
        assertThatThrownBy(() -> scorer.logits(List.of(GOLDEN))).message().doesNotContain("sk-");
    }

    @ParameterizedTest
    @CsvSource({"401, Sesame", "403, Sesame"})
    void whatIsSaidToAWrongKeyIsNotTold(int status, String body) {
        server.script = _ -> new Said(status, body);
        assertThatThrownBy(() -> scorer.logits(List.of(GOLDEN)))
                .hasMessage("The model server 'gpu' does not accept the key: HTTP " + status + ".");
    }

    @ParameterizedTest
    @CsvSource({"200, true", "400, false", "500, false"})
    void ofALongAnswerLittleIsTold(int status, boolean quoted) {
        var much = "A".repeat(1_000_000);
        server.script = _ -> new Said(status, quoted ? "[\"" + much + "\"]" : much);
        assertThatThrownBy(() -> scorer.logits(List.of(GOLDEN)))
                .satisfies(refusal ->
                        assertThat(String.valueOf(refusal.getMessage())).hasSizeLessThan(600));
    }

    @Test
    @Timeout(5)
    void aLongListOfAnswersIsNotSearchedThrough() {
        var list = JsonMapper.shared().createObjectNode();
        var data = list.putArray("data");
        IntStream.range(0, 65_695)
                .map(i -> 65_694 - i)
                .forEach(i -> data.addObject().put("index", i));
        assertThatThrownBy(() -> Vllm.answers(list, 2)).hasMessage("gives 65695 answers for 2 conversations");
        assertThatThrownBy(() -> Vllm.answers(list, 65_694)).hasMessageContaining("gives 65695 answers");
        assertThat(Vllm.answers(list, 65_695)).hasSize(65_695);
    }
}
