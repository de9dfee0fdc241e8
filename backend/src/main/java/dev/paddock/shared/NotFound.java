package dev.paddock.shared;

/** It does not exist, or the caller may not know that it does. */
public final class NotFound extends Refusal {

    /** @param what the noun as a person would say it: "campaign", "task" */
    public NotFound(String what) {
        super(Kind.NOT_FOUND, "There is no such " + what + ", or it is not yours to see.");
    }
}
