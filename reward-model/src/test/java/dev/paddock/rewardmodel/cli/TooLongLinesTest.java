package dev.paddock.rewardmodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.bundles.TinyModels;
import dev.paddock.rewardmodel.onnx.NativeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines with a text that the model does not get through. */
class TooLongLinesTest {

    private static final String LONG = "two ".repeat(40);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    Path greedy;

    /** It speaks of it where the command's own output goes. */
    @BeforeAll
    static void load() {
        NativeLibraries.load();
    }

    @BeforeEach
    void write() throws IOException {
        greedy = TinyModels.greedyBeyondTokens(Files.createDirectory(folder.resolve("greedy")), 30);
    }

    private Ran ran(String command, Path model, List<String> lines) throws IOException {
        var file = Files.write(Files.createTempFile(folder, "lines", ".jsonl"), lines);
        return Ran.of(command, "--model", model.toString(), file.toString());
    }

    private static String said(int number, String answer) {
        return "{\"id\":%d,\"messages\":[{\"role\":\"user\",\"content\":\"one\"},{\"role\":\"assistant\",\"content\":\"%s\"}]}"
                .formatted(number, answer);
    }

    private static String pair(String asking, String chosen, String rejected) {
        return "{\"prompt\":[{\"role\":\"%s\",\"content\":\"one\"}],\"chosen\":[{\"role\":\"assistant\",\"content\":\"%s\"}],\"rejected\":[{\"role\":\"assistant\",\"content\":\"%s\"}],\"degree\":\"better\"}"
                .formatted(asking, chosen, rejected);
    }

    @Test
    void whatComesBeforeOneIsScoredAndTheLineIsNamed() throws IOException {
        var ran = ran("score", greedy, List.of(said(1, "two"), said(2, "three"), said(3, LONG), said(4, "four")));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("line 3: The memory for cpu does not hold it");
        assertThat(ran.out().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"id\":1", "\"score\""),
                        second -> assertThat(second).contains("\"id\":2", "\"score\""));
    }

    @Test
    void pairsWithOneAreLeftOutOfTheCountAndNamed() throws IOException {
        var ran = ran(
                "evaluate",
                greedy,
                List.of(pair("user", "three", "two"), pair("user", LONG, "two"), "", pair("user", "two", LONG)));

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains("line 2: The memory for cpu does not hold it", "line 4: The memory for cpu does not hold it");
        assertThat(ran.out().lines())
                .satisfiesExactly(
                        all -> assertThat(all).containsPattern("^all +1 pairs +100.0 %"),
                        better -> assertThat(better).containsPattern("^better +1 pairs"),
                        length -> assertThat(length).containsPattern("^length alone +1 pairs"),
                        left -> assertThat(left).matches("left out +2 pairs"));
    }

    @Test
    void pairsThatTheModelHasNoWordsForAreLeftOutLikewise() throws IOException {
        var chat = TinyModels.chat(Files.createDirectory(folder.resolve("chat")));

        var ran = ran("evaluate", chat, List.of(pair("assistant", "three", "two"), pair("user", "three", "two")));

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("line 1: ");
        assertThat(ran.out().lines()).hasSize(4).last().asString().matches("left out +1 pairs");
    }

    @Test
    void whereNoPairIsLeftThatIsAllThereIsToSay() throws IOException {
        var ran = ran("evaluate", greedy, List.of(pair("user", "three", LONG)));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("line 1: ", "The model scores no pair of ");
    }
}
