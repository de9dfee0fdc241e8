package dev.paddock.trainings;

import dev.paddock.rewardmodel.Progress;

/** Passes on only so many of the steps that it is told of, and the first of each phase. */
final class Throttled implements Progress {

    private static final long NANOS = 500_000_000;

    private final Progress progress;
    private String phase = "";
    private long told;

    Throttled(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void at(String newPhase, int done, int total) {
        var now = System.nanoTime();
        if (!newPhase.equals(phase) || now - told >= NANOS) {
            phase = newPhase;
            told = now;
            progress.at(newPhase, done, total);
        }
    }
}
