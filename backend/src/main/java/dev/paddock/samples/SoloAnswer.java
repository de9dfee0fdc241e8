package dev.paddock.samples;

/**
 * What came of a {@link SoloQuestion}.
 *
 * @param reason why it did not finish; for leads, as it may name servers
 */
public record SoloAnswer(boolean finished, String reason, String text, Provenance provenance, Outcome outcome) {

    static SoloAnswer of(Attempted ended, Provenance provenance) {
        if (ended.isFinished() && ended.text().isBlank()) {
            return new SoloAnswer(false, "an empty answer", "", provenance, ended.outcome());
        }
        return new SoloAnswer(ended.isFinished(), ended.reason(), ended.text(), provenance, ended.outcome());
    }
}
