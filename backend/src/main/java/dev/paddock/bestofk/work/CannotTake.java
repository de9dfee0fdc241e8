package dev.paddock.bestofk.work;

import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.shared.Texts;

/** A reward model fails on a text. */
final class CannotTake extends RuntimeException {

    private static final int LONGEST = 300;

    private final String model;
    private final RuntimeException failure;

    CannotTake(String model, RuntimeException failure) {
        super(model + " fails: " + words(failure), failure);
        this.model = model;
        this.failure = failure;
    }

    /** Whether no other text need be tried to know whose fault it is. */
    boolean isOfTheText() {
        return failure instanceof NotScorable;
    }

    /** As it goes on record. */
    String reason() {
        return "no score from " + model + ": " + words(failure);
    }

    private static String words(RuntimeException failure) {
        var message = failure.getMessage();
        var told = Texts.storable(message == null ? failure.toString() : message);
        return told.length() <= LONGEST ? told : told.substring(0, LONGEST) + " …";
    }
}
