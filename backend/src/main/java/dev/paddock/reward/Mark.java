package dev.paddock.reward;

import java.time.Instant;
import java.util.UUID;

/**
 * How far a look at the samples has come. Generated ones and imported ones are looked at apart, each in the order in which they were
 * finished: an import of thousands must not keep anybody's live pair waiting.
 */
record Mark(boolean imported, Instant finished, UUID sample) {

    private static final UUID FIRST = new UUID(0, 0);

    static Mark generatedSince(Instant since) {
        return new Mark(false, since, FIRST);
    }

    static Mark importedSince(Instant since) {
        return new Mark(true, since, FIRST);
    }
}
