package dev.paddock.rewardmodel.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.training.CardText.Measured;
import dev.paddock.rewardmodel.training.Evaluation.Interval;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CardTextTest {

    private static String text(ModelKind kind, List<String> lent, Double... penalties) throws IOException {
        var measured = new Measured(new Interval(60.6, 63.7), List.of(75.3, 62.7), 40.1, false, List.of(penalties));
        return new CardText(DefaultBundles.head(kind).card(), lent, measured).markdown();
    }

    @Test
    void whatWasLentIsAList() throws IOException {
        assertThat(text(ModelKind.SAFETY, List.of("520 requests, weight 0.05", "12 answers, weight 0.1"), 0.0005))
                .contains("\n\n- 520 requests, weight 0.05\n- 12 answers, weight 0.1\n\n");
    }

    @Test
    void aPenaltyIsWrittenOutWithWhatTheFoldsChose() throws IOException {
        assertThat(text(ModelKind.SAFETY, List.of(), 0.0005, 0.0005))
                .contains("(L2) is 0.0005; all folds chose the same.")
                .doesNotContain("E-4");
        assertThat(text(ModelKind.SAFETY, List.of(), 0.001, 0.0005, 0.001))
                .contains("(L2) is 0.0005; the folds chose 0.001 or 0.0005.");
    }

    @Test
    void itsNumbersAreEnglishEverywhere() throws IOException {
        var here = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(text(ModelKind.HELPFULNESS, List.of(), 0.0005))
                    .contains("3,849 pairs of Anthropic", "60.6 to 63.7", "75.3 / 62.7", "other default model: 40.1");
        } finally {
            Locale.setDefault(here);
        }
    }

    /** Its figures are those of the head beside it, its words those of the tool that would write it anew. */
    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void theShippedCardIsWhatWouldBeWrittenOfItsHead(ModelKind kind) throws IOException {
        var lines = text(kind, List.of(), 0.0005).lines().filter(line -> !isOfTheTrainingAlone(line));

        assertThat(shipped(kind).lines()).containsSubsequence(lines.toList());
    }

    private static boolean isOfTheTrainingAlone(String line) {
        return line.isEmpty() || line.startsWith("The penalty") || line.startsWith("95 %") || line.startsWith("On the");
    }

    private static String shipped(ModelKind kind) throws IOException {
        try (var card = DefaultBundles.class.getResourceAsStream(
                "/dev/paddock/rewardmodel/defaults/" + kind.label() + "/card.md")) {
            return new String(Objects.requireNonNull(card).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
