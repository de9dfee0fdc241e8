package dev.paddock.samples.generation;

/**
 * Why a generation came to nothing.
 *
 * @param detail for the log and for leads; names servers and models, so never for an annotator
 */
public record Failure(Kind kind, String detail) {

    public enum Kind {
        UNREACHABLE,
        BUSY,
        /** The first token or the end came too late. */
        SLOW,
        /** Tokens were coming, and no more came. */
        STALLED,
        /** The stream was cut, malformed or too large. */
        BROKEN,
        /** The generator will say the same to the same request. */
        REFUSED,
        TOO_LONG,
        CANCELLED
    }

    /** Whether the same request is worth sending once more. Not to a server that is busy: its adapter has waited for it already. */
    public boolean isPassing() {
        return switch (kind) {
            case UNREACHABLE, SLOW, STALLED, BROKEN -> true;
            case BUSY, REFUSED, TOO_LONG, CANCELLED -> false;
        };
    }
}
