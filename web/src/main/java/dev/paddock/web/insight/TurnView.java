package dev.paddock.web.insight;

import dev.paddock.insight.Judgement;
import dev.paddock.insight.SeenTurn;
import dev.paddock.samples.TurnState;
import java.util.List;
import java.util.UUID;

/**
 * A turn: what was asked, the two answers that were compared, what people said.
 *
 * @param samples the pair, A before B
 * @param discarded attempts that were not kept
 */
record TurnView(
        UUID id,
        int number,
        String userText,
        TurnState state,
        String failure,
        List<SampleView> samples,
        List<SampleView> discarded,
        List<Judgement> judgements) {

    static TurnView of(SeenTurn seen) {
        return new TurnView(
                seen.turn().id(),
                seen.turn().number(),
                seen.turn().userText(),
                seen.turn().state(),
                seen.turn().failure(),
                seen.pair().stream().map(sample -> SampleView.of(sample, seen)).toList(),
                seen.others().stream()
                        .map(sample -> SampleView.of(sample, seen))
                        .toList(),
                seen.judgements());
    }
}
