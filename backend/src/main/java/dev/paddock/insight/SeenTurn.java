package dev.paddock.insight;

import dev.paddock.samples.Sample;
import dev.paddock.samples.Score;
import dev.paddock.samples.Slot;
import dev.paddock.samples.Turn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A turn with every attempt at answering it and everything people and reward models said of them.
 *
 * @param attempts also those that were discarded or failed
 * @param judgements oldest first
 */
public record SeenTurn(Turn turn, List<Sample> attempts, Map<UUID, List<Score>> scores, List<Judgement> judgements) {

    /** The two that were compared; fewer while they are being drawn. */
    public List<Sample> pair() {
        return attempts.stream().filter(this::isInPair).toList();
    }

    public List<Sample> others() {
        return attempts.stream().filter(sample -> !isInPair(sample)).toList();
    }

    private boolean isInPair(Sample sample) {
        return sample.id().equals(turn.sample(Slot.A)) || sample.id().equals(turn.sample(Slot.B));
    }

    public List<Score> scoresOf(Sample sample) {
        return scores.getOrDefault(sample.id(), List.of());
    }

    /** Whether the conversation went on from it, or nobody went on and the last judgement that stands chose it. */
    public boolean isChosen(Sample sample) {
        return sample.id().equals(chosen());
    }

    private @Nullable UUID chosen() {
        return judgements.stream()
                .filter(Judgement::stands)
                .map(Judgement::chosen)
                .reduce((_, last) -> last)
                .orElse(turn.chosenSample());
    }
}
