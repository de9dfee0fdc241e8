package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.datasets.JudgedPair;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.pairs.ConversationRoot;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.rewardmodel.pairs.LabelledPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where there are more held-out comparisons than can judge. */
class JudgesTest {

    private record Said(UUID campaign, JudgedPair pair) {}

    private final List<Said> said = new ArrayList<>();

    /** Each after all that were said before. */
    private void saidOf(UUID campaign, Stream<String> prompts) {
        prompts.forEach(prompt -> said.add(new Said(campaign, pair(said.size() + 1, prompt))));
    }

    static Stream<String> heldOut(String about, int count) {
        return Stream.iterate(0, i -> i + 1)
                .map(i -> about + i)
                .filter(prompt -> HoldOut.contains(ConversationRoot.normalised(prompt)))
                .limit(count);
    }

    private static JudgedPair pair(long number, String prompt) {
        return new JudgedPair(
                number,
                "better",
                null,
                1,
                List.of(Message.user(prompt)),
                SelectionTest.answer("answer " + number),
                SelectionTest.answer("another"),
                true);
    }

    private List<LabelledPair> judges(int most) {
        var selection = new Selection(SelectionTest.training(), most);
        said.forEach(each -> selection.add(each.campaign(), each.pair()));
        return selection.judges();
    }

    private Set<String> answers(int most) {
        return judges(most).stream().map(judge -> judge.pair().chosen()).collect(Collectors.toSet());
    }

    private long judging(UUID campaign, int most) {
        return judges(most).stream()
                .filter(judge -> judge.pair().source().equals(campaign.toString()))
                .count();
    }

    @Test
    void aCampaignThatSaysMuchAfterwardsDoesNotPushTheOthersOut() {
        saidOf(SelectionTest.OWN, heldOut("Tell me about subject ", 200));
        saidOf(SelectionTest.OTHER, heldOut("What of place ", 600));

        assertThat(judging(SelectionTest.OWN, 100)).isBetween(10L, 40L);
        assertThat(judging(SelectionTest.OTHER, 100)).isBetween(60L, 90L);
    }

    @Test
    void aPromptThatManyAnswerIsOneOfMany() {
        saidOf(SelectionTest.OWN, heldOut("Tell me about subject ", 20));
        var prompt = heldOut("What of place ", 1).findFirst().orElseThrow();
        saidOf(SelectionTest.OTHER, Stream.generate(() -> prompt).limit(300));

        assertThat(judging(SelectionTest.OWN, 30)).isEqualTo(20);
        assertThat(answers(30))
                .containsAll(IntStream.rangeClosed(21, 30)
                        .mapToObj(i -> "answer " + i)
                        .toList());
    }

    @Test
    void areTheSameInWhateverOrderTheyAreRead() {
        saidOf(SelectionTest.OWN, heldOut("Tell me about subject ", 50));
        saidOf(
                SelectionTest.OTHER,
                heldOut("What of place ", 4)
                        .flatMap(prompt -> Stream.generate(() -> prompt).limit(15)));
        saidOf(SelectionTest.OTHER, heldOut("Tell me about subject ", 50));
        var inOrder = answers(60);

        Collections.shuffle(said, new Random(1));

        assertThat(inOrder).hasSize(60);
        assertThat(answers(60)).isEqualTo(inOrder);
    }

    @Test
    void oneMoreChangesOneAtMost() {
        saidOf(SelectionTest.OWN, heldOut("Tell me about subject ", 100));
        var before = answers(50);

        for (var prompt : heldOut("What of place ", 50).toList()) {
            saidOf(SelectionTest.OTHER, Stream.of(prompt));
            var after = answers(50);
            assertThat(before.stream().filter(answer -> !after.contains(answer)).count())
                    .isLessThanOrEqualTo(1);
            before = after;
        }

        assertThat(judging(SelectionTest.OTHER, 50)).isBetween(5L, 30L);
    }

    @Test
    void aCandidateScoresTheAnswersOfSome() {
        saidOf(SelectionTest.OWN, heldOut("Tell me about subject ", 1_200));
        var selection = new Selection(SelectionTest.training());
        said.forEach(each -> selection.add(each.campaign(), each.pair()));

        var scored = List.copyOf(selection.heldOutAnswers().values());

        assertThat(selection.judges().size()).isEqualTo(1_200);
        assertThat(scored.size()).isEqualTo(2_000);
        assertThat(scored.getFirst())
                .isEqualTo(selection.judges().getFirst().pair().chosenConversation());
        assertThat(scored.getLast())
                .isEqualTo(selection.judges().get(999).pair().rejectedConversation());
    }
}
