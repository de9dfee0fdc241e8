package dev.paddock.samples;

/**
 * What came of a {@link SoloQuestion}.
 *
 * @param state finished, failed, or cancelled where the thread that waited for it was interrupted
 * @param reason why it failed; for leads, as it may name servers
 */
public record SoloAnswer(
        SampleState state, String reason, String text, Provenance provenance, Outcome outcome) {

    static SoloAnswer of(Attempted ended, Provenance provenance) {
        if (ended.isFinished() && ended.text().isBlank()) {
            return new SoloAnswer(SampleState.FAILED, "an empty answer", "", provenance, ended.outcome());
        }
        return new SoloAnswer(ended.state(), ended.reason(), ended.text(), provenance, ended.outcome());
    }
}
