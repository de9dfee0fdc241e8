package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.Message;
import java.util.List;

/**
 * A conversation made ready for a graph.
 *
 * @param micros that this took
 */
record Prepared(List<Message> conversation, Sequence sequence, float[] features, long micros) {

    int length() {
        return sequence.length();
    }
}
