package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.RewardModel;

/** How one kind of reward model stands in this process. */
public sealed interface Standing {

    /** It is being opened. */
    record Opening() implements Standing {}

    record Serving(OpenModel open) implements Standing {

        Serving(String name, RewardModel model) {
            this(new OpenModel(name, model));
        }

        public String name() {
            return open.name();
        }

        public RewardModel model() {
            return open.model();
        }
    }

    /** @param reason a sentence for the lead and the owner */
    record Unavailable(String reason) implements Standing {}
}
