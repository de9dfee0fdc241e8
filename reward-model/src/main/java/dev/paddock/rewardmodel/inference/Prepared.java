package dev.paddock.rewardmodel.inference;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.Sequence;
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
