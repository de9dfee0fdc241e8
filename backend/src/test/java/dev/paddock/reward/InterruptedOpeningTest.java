package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.scoring.ModelKind;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody is refused a model that was only not waited for: it is dropped, and the thread stays interrupted. */
class InterruptedOpeningTest extends DefaultWorld {

    @Autowired
    Promotions promotions;

    private final CountDownLatch opens = new CountDownLatch(1);

    @AfterEach
    void opened() {
        opens.countDown();
    }

    private void interrupted(Runnable opening) throws Exception {
        ModelOpenings.waitFor(opens);
        var outcome = new CompletableFuture<Throwable>();
        var interrupted = new CompletableFuture<Boolean>();
        var going = Thread.ofPlatform().start(() -> {
            try {
                opening.run();
            } catch (RuntimeException e) {
                outcome.complete(e);
            }
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        while (!ModelOpenings.isWaitedForBy(going)) {
            Thread.sleep(5);
        }
        going.interrupt();

        assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        assertThat(interrupted.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @Timeout(60)
    void aPromotionIsDropped() throws Exception {
        var next = register("next");

        interrupted(() -> promotions.promote(grace, next, "though nobody waits"));

        assertThat(state(next)).isEqualTo(ModelState.CANDIDATE);
    }

    @Test
    @Timeout(60)
    void aLookAtABundleIsDropped() throws Exception {
        var brought = stable.brought(ModelKind.SAFETY);

        interrupted(() -> intake.describeOwn(brought));
    }
}
