package dev.paddock.trainings;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a training made of so many comparisons.
 *
 * @param accuracy on {@code heldOut} comparisons, in percent
 */
public record LearningPoint(long training, @Nullable String model, int pairs, int heldOut, double accuracy) {

    /** Empty where nothing was held out to judge by. */
    static Optional<LearningPoint> of(Training training) {
        var report = training.report();
        if (report == null || report.figures() == null) {
            return Optional.empty();
        }
        return Optional.of(new LearningPoint(
                training.number(),
                training.model(),
                report.ownPairs(),
                report.heldOut(),
                report.figures().accuracy()));
    }
}
