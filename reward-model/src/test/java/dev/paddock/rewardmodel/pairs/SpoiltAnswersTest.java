package dev.paddock.rewardmodel.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpoiltAnswersTest {

    private static final String ANSWER =
            "Cut the onion first. Let the butter melt before you put it in the pan. Stir it until it is brown.";

    private final SpoiltAnswers spoilt = new SpoiltAnswers(pairs(50));

    @Test
    void prefersTheAnswerToItsWordsInDisorder() {
        assertThat(spoilt.inDisorder()).hasSize(50).allSatisfy(pair -> {
            var words = pair.rejected().split(" ");
            assertThat(words).hasSameSizeAs(ANSWER.split(" "));
            assertThat(pair.rejected()).isNotEqualTo(pair.chosen());
            assertThat(pair.chosen()).startsWith(ANSWER);
        });
        assertThat(changedShares()).anyMatch(share -> share < 0.4).anyMatch(share -> share > 0.6);
    }

    private List<Double> changedShares() {
        return spoilt.inDisorder().stream()
                .map(pair -> {
                    var before = pair.chosen().split(" ");
                    var after = pair.rejected().split(" ");
                    return IntStream.range(0, before.length)
                                    .filter(i -> !before[i].equals(after[i]))
                                    .count()
                            / (double) before.length;
                })
                .toList();
    }

    @Test
    void prefersTheAnswerToThatOfAnotherConversation() {
        assertThat(spoilt.astray())
                .hasSize(50)
                .allSatisfy(pair -> assertThat(pair.rejected()).isNotEqualTo(pair.chosen()))
                .allSatisfy(pair -> assertThat(pair.rejected()).startsWith(ANSWER))
                .allSatisfy(pair -> assertThat(pair.rejectedRoot()).isNotEqualTo(pair.root()));
    }

    @Test
    void prefersTheAnswerToOneThatRepeatsASentence() {
        assertThat(spoilt.repeating()).hasSize(50).allSatisfy(pair -> {
            var sentences = pair.rejected().split("(?<=[.!?])\\s+");
            assertThat(Arrays.stream(sentences).distinct().count()).isLessThan(sentences.length);
        });
    }

    @Test
    void prefersTheAnswerToItsBeginning() {
        assertThat(spoilt.brokenOff())
                .hasSize(50)
                .allSatisfy(pair -> assertThat(pair.chosen())
                        .startsWith(pair.rejected())
                        .hasSizeGreaterThan(pair.rejected().length()));
    }

    @Test
    void takesOnePairOfAConversationAndNoneOfAFewWords() {
        var pairs = new ArrayList<>(pairs(3));
        pairs.add(pairs.getFirst());
        pairs.add(pair("What?", "No idea at all."));
        assertThat(new SpoiltAnswers(pairs).brokenOff())
                .extracting(PreferencePair::root)
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void isTheSameEachTime() {
        var again = new SpoiltAnswers(pairs(50));
        assertThat(again.inDisorder()).isEqualTo(spoilt.inDisorder());
        assertThat(again.repeating()).isEqualTo(spoilt.repeating());
        assertThat(again.brokenOff()).isEqualTo(spoilt.brokenOff());
    }

    private static List<PreferencePair> pairs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> pair("How do I fry onions, way number " + i + "?", ANSWER + i + "."))
                .toList();
    }

    private static PreferencePair pair(String question, String answer) {
        return new PreferencePair(List.of(Message.user(question)), answer, "Don't.", 0, "file");
    }
}
