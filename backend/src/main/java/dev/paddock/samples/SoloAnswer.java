package dev.paddock.samples;

/**
 * What came of a {@link SoloQuestion}.
 *
 * @param reason why it did not finish; for leads, as it may name servers
 */
public record SoloAnswer(boolean finished, String reason, String text, Provenance provenance, Outcome outcome) {

    /** The reason of one that is whole and has nothing in it. */
    public static final String EMPTY = "an empty answer";

    static SoloAnswer of(Attempted ended, Provenance provenance) {
        if (ended.isFinished() && ended.text().isBlank()) {
            return new SoloAnswer(false, EMPTY, "", provenance, ended.outcome());
        }
        return new SoloAnswer(ended.isFinished(), ended.reason(), ended.text(), provenance, ended.outcome());
    }
}
