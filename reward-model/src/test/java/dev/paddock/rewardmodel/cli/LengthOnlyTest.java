package dev.paddock.rewardmodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ruler would score on the same pairs stands beside what the model does. */
class LengthOnlyTest {

    @TempDir
    static Path cache;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static String pair(int number, String chosen, String rejected, boolean impartial) {
        return "{\"prompt\":[{\"role\":\"user\",\"content\":\"Subject %d?\"}],\"chosen\":[{\"role\":\"assistant\",\"content\":\"%s\"}],\"rejected\":[{\"role\":\"assistant\",\"content\":\"%s\"}],\"degree\":\"better\",\"impartial\":%b}"
                .formatted(number, chosen, rejected, impartial);
    }

    private List<String> rows(List<String> pairs) throws IOException {
        var file = Files.write(Files.createTempFile(folder, "lines", ".jsonl"), pairs);
        var ran = Ran.of("evaluate", "--model", "helpfulness", "--cache", cache.toString(), file.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out().lines().toList();
    }

    @Test
    void isTheBetterOfLongerAndShorterOnTheImpartialPairs() throws IOException {
        var longer = pair(1, "A fish in a dish.", "A fish.", true);
        var shorter = pair(2, "A fish.", "A fish in a dish.", true);
        var alike = pair(3, "A fish.", "A dish.", true);
        var byGap = pair(4, "A fish.", "A fish in a dish.", false);

        assertThat(rows(List.of(longer, longer.replace("Subject 1", "Subject 5"), shorter, byGap)))
                .anySatisfy(row -> assertThat(row).containsPattern("^length alone +3 pairs +66[.]7 % "));
        assertThat(rows(List.of(shorter, alike)))
                .anySatisfy(row -> assertThat(row).containsPattern("^length alone +2 pairs +75[.]0 % "));
    }

    @Test
    void isMissingWhereNoPairIsImpartial() throws IOException {
        assertThat(rows(List.of(pair(1, "A fish in a dish.", "A fish.", false))))
                .noneSatisfy(row -> assertThat(row).startsWith("length alone"));
    }
}
