package dev.paddock.rewardmodel.llama;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UtteranceTest {

    private final List<String> told = new ArrayList<>();
    private final List<Double> logProbabilities = new ArrayList<>();

    private Utterance utterance(String... stops) {
        return new Utterance(List.of(stops), false, (text, logProbability) -> {
            told.add(text);
            logProbabilities.add(logProbability);
        });
    }

    private static boolean add(Utterance utterance, String text) {
        return utterance.add(text.getBytes(UTF_8), -0.5);
    }

    @Test
    void neverTellsHalfACharacter() {
        var utterance = utterance();
        for (var b : "aé🦙!".getBytes(UTF_8)) {
            utterance.add(new byte[] {b}, -0.5);
        }
        assertThat(told).containsExactly("a", "é", "🦙", "!");
        assertThat(logProbabilities).containsExactly(-0.5, -1.0, -2.0, -0.5);
        assertThat(utterance.text()).isEqualTo("aé🦙!");
    }

    @Test
    void replacesBytesThatAreNoText() {
        var utterance = utterance();
        utterance.add(new byte[] {(byte) 0xff, 'a', (byte) 0xf0, (byte) 0x9f}, 0);
        utterance.finish();
        assertThat(utterance.text()).isEqualTo("\ufffda\ufffd");
    }

    @Test
    void findsAStopTextAcrossPieces() {
        var utterance = utterance("\nUser:");
        assertThat(add(utterance, "Hello\nUs")).isFalse();
        assertThat(told).containsExactly("Hello");
        assertThat(add(utterance, "er: me")).isTrue();
        assertThat(utterance.text()).isEqualTo("Hello");
    }

    @Test
    void tellsWhatOnlyLookedLikeAStopText() {
        var utterance = utterance("aab", "x");
        add(utterance, "a");
        add(utterance, "a");
        add(utterance, "a");
        assertThat(told).containsExactly("a");
        assertThat(add(utterance, "c")).isFalse();
        assertThat(String.join("", told)).isEqualTo("aaac");
        assertThat(logProbabilities.stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(-2);
    }

    @Test
    void endsAtTheFirstOfSeveralStopTexts() {
        var utterance = utterance("two", "one");
        assertThat(add(utterance, "zero one two")).isTrue();
        assertThat(utterance.text()).isEqualTo("zero ");
    }

    @Test
    void tellsWhatWasHeldBackWhenNothingMoreComes() {
        var utterance = utterance("stop");
        add(utterance, "full st");
        utterance.finish();
        assertThat(utterance.text()).isEqualTo("full st");
    }

    @Test
    void dropsTheSpaceThatOnlyMarksAWordsBeginning() {
        var utterance = new Utterance(List.of(), true, (text, logProbability) -> told.add(text));
        add(utterance, " Hello");
        add(utterance, " there");
        assertThat(utterance.text()).isEqualTo("Hello there");
    }
}
