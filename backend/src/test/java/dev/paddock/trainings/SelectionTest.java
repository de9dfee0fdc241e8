package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Questions;
import dev.paddock.datasets.JudgedPair;
import dev.paddock.datasets.JudgedPair.Answer;
import dev.paddock.datasets.Margin;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.pairs.LabelledPair;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.JobProgress;
import dev.paddock.shared.JobState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final List<Message> HELD_OUT =
            List.of(Message.user(Questions.heldOut("Tell me about subject", 1).getFirst()));

    static final UUID OWN = UUID.randomUUID();
    static final UUID OTHER = UUID.randomUUID();

    static Training training() {
        return new Training(
                UUID.randomUUID(),
                1,
                ModelKind.HELPFULNESS,
                List.of(OWN),
                100,
                Margin.SMALL,
                JobState.RUNNING,
                false,
                new JobProgress("", 0, 0),
                "",
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                null);
    }

    private static JudgedPair pair(long number, boolean impartial) {
        return new JudgedPair(number, "better", null, 1, HELD_OUT, answer("a" + number), answer("b"), impartial);
    }

    static Answer answer(String text) {
        return new Answer(UUID.randomUUID(), text, "starter-warm", null, null);
    }

    private static List<String> chosen(List<LabelledPair> pairs) {
        return pairs.stream().map(pair -> pair.pair().chosen()).toList();
    }

    @Test
    void ofOneConversationTheFirstJudgeInWhateverOrderTheCampaignsAreRead() {
        var selection = new Selection(training(), 3);
        selection.add(OWN, pair(2, true));
        selection.add(OWN, pair(8, true));
        selection.add(OTHER, pair(1, true));
        selection.add(OTHER, pair(5, true));
        selection.add(OTHER, pair(9, true));

        assertThat(chosen(selection.judges())).containsExactly("a1", "a2", "a5");
        assertThat(selection.heldOutAnswers()).hasSize(6);
        assertThat(chosen(selection.own())).containsExactly("a2", "a8");
    }

    @Test
    void whatWasTakenForItsSmallGapDoesNotJudge() {
        var selection = new Selection(training());
        selection.add(OTHER, pair(1, false));

        assertThat(selection.judges()).isEmpty();
        assertThat(selection.own()).isEmpty();
    }
}
