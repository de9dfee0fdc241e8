package dev.paddock.shared;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says every few seconds that a job is worked on, however long one of its steps takes. It ends with the work: when it is closed, or the first
 * time that there is nothing to be said any more.
 *
 * <p>On a platform thread: a virtual one might wait for the very computing that it tells of.
 */
public final class SignsOfLife implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SignsOfLife.class);

    private final CountDownLatch over = new CountDownLatch(1);

    /** @param sign gives one; false where the job is not this one's any more */
    SignsOfLife(Duration pause, BooleanSupplier sign) {
        Thread.ofPlatform().daemon().name("signs of life").start(() -> give(pause, sign));
    }

    private void give(Duration pause, BooleanSupplier sign) {
        try {
            var goesOn = true;
            while (goesOn && !over.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                goesOn = given(sign);
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean given(BooleanSupplier sign) {
        try {
            return sign.getAsBoolean();
        } catch (RuntimeException away) {
            log.warn("No sign of life could be given: {}", away.toString());
            return true;
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
