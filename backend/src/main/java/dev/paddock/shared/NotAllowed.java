package dev.paddock.shared;

/** The caller is known and may see the thing, but may not do this to it. */
public final class NotAllowed extends Refusal {

    public NotAllowed(String reason) {
        super(Kind.NOT_ALLOWED, reason);
    }
}
