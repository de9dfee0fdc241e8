package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.onnx.TooLong;
import dev.paddock.rewardmodel.scoring.NotScorable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Held-out pairs that the model that serves gives no score. */
class LeftOutPairsTest extends MeasuredWorld {

    private void takesNot(int number, Supplier<RuntimeException> why) {
        var asked = new AtomicInteger();
        serves(answer -> {
            if (asked.incrementAndGet() == number) {
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
        takesNot(2, () -> new NotScorable("This one is too long."));

        var training = trained();

        assertThat(report(training).heldOut()).isEqualTo(HELD_OUT - 1);
        assertThat(leftOut(training)).isEqualTo(1);
    }

    @Test
    void oneThatRunsIntoItsEndIsAmongThem() {
        takesNot(2, TooLong::thrown);

        var training = trained();

        assertThat(report(training).heldOut()).isEqualTo(HELD_OUT - 1);
    }

    @Test
    void whereAllAreThereAreNoFigures() {
        serves(answer -> {
            throw new NotScorable("This one is too long.");
        });

        var training = trained();

        assertThat(report(training).figures()).isNull();
        assertThat(leftOut(training)).isEqualTo(HELD_OUT);
    }
}
