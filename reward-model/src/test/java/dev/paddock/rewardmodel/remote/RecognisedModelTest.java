package dev.paddock.rewardmodel.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paddock.rewardmodel.remote.ScriptedServer.Said;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether it is still the same model that a server has. */
@Timeout(30)
class RecognisedModelTest extends ScriptedWorld {
    @ParameterizedTest
    @CsvSource({"400, too long", "413, ''", "422, no", "200, [NaN]", "200, [42]"})
    void anotherModelIsNotTakenForTheFormerWhateverItSaysToTheGoldenConversation(int status, String body) {
        fails();
        assertAway(2);
        hasAnotherModel(new Said(status, body));

        for (var i = 0; i < 3; i++) {
            pass(Duration.ofMinutes(2));
            assertAway(2);
            assertThat(scorer.trouble()).isPresent();
        }

        assertThat(server.asked).containsOnlyOnce(2L);
    }

    @Test
    void anotherAddressIsRecognisedFirst() throws IOException {
        try (var other = new ScriptedServer()) {
            other.script = _ -> Said.score(42);
            var era = scorer.era();
            server.isNow(other);

            assertAway(2)
                    .withMessage(
                            "The model server 'gpu' has another model: it gives a golden conversation 42.0 instead of 10.0.");

            assertThat(other.asked).containsExactly(GOLDEN);
            assertThat(scorer.era()).isNotEqualTo(era);
            other.script = conversation -> Said.score(10 * conversation);
            pass(Duration.ofSeconds(4));
            assertThat(score(2)).isEqualTo(20);
        }
    }

    @Test
    void oneThatWasSilentForAMinuteIsRecognisedFirst() {
        hasAnotherModel(Said.score(42));
        pass(Duration.ofSeconds(61));

        assertAway(2).withMessageContaining("has another model").matches(away -> !away.wasAsked());

        assertThat(server.asked).containsExactly(GOLDEN);
    }

    @Test
    void oneThatIsAskedAllTheTimeIsRecognisedEveryTenMinutes() {
        for (var i = 0; i < 25; i++) {
            pass(Duration.ofSeconds(50));
            assertThat(score(2)).isEqualTo(20);
        }
        assertThat(server.asked)
                .hasSize(27)
                .filteredOn(asked -> asked == GOLDEN)
                .hasSize(2);
    }

    @Test
    void manyWhoComeAtOnceWaitForOneRecognition() {
        pass(Duration.ofMinutes(2));
        server.script = conversation -> {
            Thread.sleep(50);
            return Said.score(10 * conversation);
        };

        var scores = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> score(2)))
                .toList();

        assertThat(scores)
                .allSatisfy(score -> assertThat(score.get(5, TimeUnit.SECONDS)).isEqualTo(20));
        assertThat(server.asked).filteredOn(asked -> asked == GOLDEN).hasSize(1);
    }

    @Test
    void oneTextThatIsRefusedSaysNothingOfTheServer() {
        server.script = conversation -> conversation == 3 ? new Said(400, "too long") : Said.score(10 * conversation);

        assertThatExceptionOfType(NotScored.class)
                .isThrownBy(() -> score(3))
                .withMessage("The model server 'gpu' refuses the conversation: HTTP 400, too long.");

        assertThat(scorer.trouble()).isEmpty();
        assertThat(score(2)).isEqualTo(20);
    }

    @Test
    void oneThatRefusesEverythingIsAway() {
        server.script = _ -> new Said(400, "no such task");

        assertAway(3)
                .withMessage("The model server 'gpu' scores nothing, not even a golden conversation: "
                        + "it refuses the conversation: HTTP 400, no such task.");

        assertThat(scorer.trouble()).isPresent();
    }
}
