package dev.paddock.shared;

/** Right in itself, but not in the present state of things. */
public final class Conflict extends Refusal {

    public Conflict(String reason) {
        super(Kind.CONFLICT, reason);
    }
}
