package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Harvest;
import dev.paddock.datasets.Margin;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.JobState;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever asked for a training on too few comparisons learns it at once, also while the model that serves is away. */
class TooFewTest extends MeasuredWorld {

    private void failsOn(Stream<String> prompts, String why) {
        var few = new Harvest(jdbc, "helpfulness");
        prompts.forEach(prompt -> {
            var turn = few.turn(few.conversation(null, "", null), 1, prompt, "A fish.", "A documented dish.");
            few.said(turn).saved();
        });
        rewards.serveNone(ModelKind.HELPFULNESS);
        var asked = trainings.start(olive, ModelKind.HELPFULNESS, List.of(few.campaign), Margin.SMALL);

        worker.work();

        var training = trainings.get(olive, asked.id());
        assertThat(training.state()).as(training.progress().phase()).isEqualTo(JobState.FAILED);
        assertThat(training.failure()).contains(why + " comparisons to learn from; 20 are the fewest");
    }

    @Test
    void fiveAre() {
        failsOn(IntStream.range(0, 5).mapToObj(i -> "What of place " + i), "There are 5");
    }

    @Test
    void soAreManyOfWhichMostAreHeldOut() {
        failsOn(
                Stream.concat(
                        JudgesTest.heldOut("What of place ", 30), Stream.of("What of place 0", "What of place 1")),
                "There are 2");
    }
}
