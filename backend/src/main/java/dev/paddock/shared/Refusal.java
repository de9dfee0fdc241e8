package dev.paddock.shared;

import java.util.List;

/**
 * Something a caller may cause and can do something about. Subclasses are named as facts ({@code TaskAlreadyAnswered}); the web tells them
 * as a page or as problem+json, one status for each kind. The message says what happened and what to do.
 */
public abstract class Refusal extends RuntimeException {

    public enum Kind {
        /** It isn't there, or isn't the caller's to know of: the two must look the same. */
        NOT_FOUND,
        NOT_ALLOWED,
        /** The state of things is against it: already answered, lease lost, paused. */
        CONFLICT,
        INVALID,
        TOO_LARGE,
        TOO_MANY,
        /** Something Paddock needs is away: no model, endpoint down. */
        UNAVAILABLE
    }

    /** What is wrong with one part of the input: a field's name or {@code line 3}, and the reason. */
    public record Fault(String field, String reason) {}

    private final Kind kind;
    private final transient List<Fault> faults;

    protected Refusal(Kind kind, String message) {
        this(kind, message, List.of());
    }

    protected Refusal(Kind kind, String message, List<Fault> faults) {
        // Without a stack trace: a refusal is an answer, not an accident.
        super(message, null, false, false);
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    public Kind kind() {
        return kind;
    }

    public List<Fault> faults() {
        return faults;
    }
}
