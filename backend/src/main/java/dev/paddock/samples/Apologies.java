package dev.paddock.samples;

import dev.paddock.samples.generation.Failure;

/** What a person is told when there is no pair. None of it names a model. */
final class Apologies {

    static final String BUSY = "The models are busy with other conversations. Nothing is lost: try again in a minute.";
    static final String OURS = "Something went wrong on our side. Try again; the log has the details.";

    private Apologies() {}

    static String of(Failure.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> "The model server cannot be reached. Try again in a minute, or skip this one.";
            case BUSY -> BUSY;
            case SLOW, STALLED -> "The models took too long to answer. Try again, or skip this one.";
            case TOO_LONG -> "The conversation has grown too long for the models here. End it and begin another.";
            case REFUSED -> "The model server refused the request. Your lead can see why; skip this one meanwhile.";
            case BROKEN, CANCELLED -> "The answers broke off. Try again, or skip this one.";
        };
    }
}
