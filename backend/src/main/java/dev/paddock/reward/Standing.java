package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.RewardModel;

/** How one kind of reward model stands in this process. */
public sealed interface Standing {

    /** It is being opened. */
    record Opening() implements Standing {}

    /** @param name as scores and the table of reward models name it */
    record Serving(String name, RewardModel model) implements Standing {}

    /** @param reason a sentence for the lead and the owner */
    record Unavailable(String reason) implements Standing {}
}
