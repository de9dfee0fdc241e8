package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.onnx.TooLong;
import dev.paddock.rewardmodel.scoring.NotScorable;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Held-out pairs that the model that serves gives no score. */
class LeftOutPairsTest extends MeasuredWorld {

    private static final String LONG = "A fish in a dish made a wish, and then another, and so on!";

    @BeforeEach
    void oneAnswerIsLong() {
        var turn = harvest.turn(
                harvest.conversation(null, "", null),
                1,
                JudgesTest.heldOut("And a long one ", 1).findFirst().orElseThrow(),
                LONG,
                "Please consult the usual sources.");
        harvest.said(turn).chose(turn.a()).saved();
    }

    private void takesNot(Supplier<RuntimeException> why) {
        serves(answer -> {
            if (answer.equals(LONG)) {
                throw why.get();
            }
            return answer.length();
        });
    }

    private int leftOut(Training training) {
        return jdbc.sql("select report ->> 'leftOut' from training where id = ?")
                .param(training.id())
                .query(Integer.class)
                .single();
    }

    @Test
    void theReportSaysHowMany() {
        takesNot(() -> new NotScorable("This one is too long."));

        var training = trained();

        assertThat(report(training).heldOut()).isEqualTo(HELD_OUT);
        assertThat(leftOut(training)).isEqualTo(1);
    }

    @Test
    void oneThatRunsIntoItsEndIsAmongThem() {
        takesNot(TooLong::thrown);

        var training = trained();

        assertThat(report(training).heldOut()).isEqualTo(HELD_OUT);
    }

    @Test
    void whereAllAreThereAreNoFigures() {
        serves(answer -> {
            throw new NotScorable("This one is too long.");
        });

        var training = trained();

        assertThat(report(training).figures()).isNull();
        assertThat(leftOut(training)).isEqualTo(HELD_OUT + 1);
    }
}
