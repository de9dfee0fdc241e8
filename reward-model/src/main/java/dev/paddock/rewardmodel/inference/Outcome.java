package dev.paddock.rewardmodel.inference;

import dev.paddock.rewardmodel.scoring.Score;

/** What came of one of several texts: its score, or why it has none. */
sealed interface Outcome {

    record Scored(Score score) implements Outcome {}

    record Failed(RuntimeException reason) implements Outcome {}

    default Score orThrow() {
        return switch (this) {
            case Scored(var score) -> score;
            case Failed(var reason) -> throw reason;
        };
    }
}
