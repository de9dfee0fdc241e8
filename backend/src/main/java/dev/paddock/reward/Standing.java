package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.RewardModel;

/** How one kind of reward model stands in this process. */
public sealed interface Standing {

    /** Some words for whoever looks after the installation. */
    default String told() {
        return switch (this) {
            case Opening _ -> "being opened";
            case Serving it ->
                it.name() + " on " + it.model().provider().label()
                        + it.model()
                                .trouble()
                                .map(reason -> ", no scores just now: " + reason)
                                .orElse("");
            case Unavailable it -> "unavailable: " + it.reason();
        };
    }

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
