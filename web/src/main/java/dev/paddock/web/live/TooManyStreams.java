package dev.paddock.web.live;

import dev.paddock.shared.Refusal;

/** One person has as many streams open as one gets. */
public final class TooManyStreams extends Refusal {

    TooManyStreams() {
        super(
                Kind.TOO_MANY,
                "You have " + EventStreams.MOST_OF_ONE
                        + " streams open already. Close one, or ask for the task itself once a second instead.");
    }
}
