package dev.paddock.reward;

import dev.paddock.rewardmodel.ModelLoading;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** Has models open late, and sees who waits for one. */
final class ModelOpenings {

    private ModelOpenings() {}

    static void waitFor(CountDownLatch latch) {
        ModelLoading.later(() -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    static boolean isWaitedForBy(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(ModelLoading.class.getName()));
    }
}
