package dev.paddock.tasks;

import dev.paddock.shared.Refusal;

public final class TaskAlreadyAnswered extends Refusal {

    TaskAlreadyAnswered() {
        super(
                Kind.CONFLICT,
                "You have finished this task already. What you saved is under Work, at What you have done so far.");
    }
}
