package dev.paddock.rewardmodel.inference;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.Sequence;
import java.util.List;

/**
 * A conversation made ready for a graph.
 *
 * @param asked when its score was asked for, by {@link System#nanoTime}
 * @param micros that making it ready took
 */
record Prepared(List<Message> conversation, Sequence sequence, float[] features, long asked, long micros) {

    int length() {
        return sequence.length();
    }

    /** @return in microseconds, where it is computed from {@code begun} on */
    long waited(long begun) {
        return (begun - asked) / 1000 - micros;
    }
}
