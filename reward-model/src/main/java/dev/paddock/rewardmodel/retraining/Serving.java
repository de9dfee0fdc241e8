package dev.paddock.rewardmodel.retraining;

import dev.paddock.rewardmodel.Message;
import java.util.List;

/** What the model that serves gives to others' answers, for a new one to be measured against it. */
@FunctionalInterface
public interface Serving {

    /** @return the score of each conversation's last message, in their order; NaN where the model cannot take one */
    double[] scores(List<List<Message>> conversations);
}
