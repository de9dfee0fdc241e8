package dev.paddock.reward;

import java.time.Instant;
import java.util.UUID;

/**
 * How far a look at the samples has come. Generated ones and imported ones are looked at apart, each in the order in which they were
 * finished: an import of thousands must not keep anybody's live pair waiting.
 */
record Place(boolean imported, Instant finished, UUID sample) {

    private static final UUID FIRST = new UUID(0, 0);

    static Place generatedSince(Instant since) {
        return new Place(false, since, FIRST);
    }

    static Place importedSince(Instant since) {
        return new Place(true, since, FIRST);
    }
}
