package dev.paddock.annotations;

import dev.paddock.samples.Pairs.Kept;
import dev.paddock.samples.Turn;
import java.util.Objects;
import java.util.UUID;

/**
 * An imported judgement with its pair as the campaign has it.
 *
 * @param chosen the sample that was chosen
 */
record PlacedJudgement(ImportedJudgement said, Turn turn, UUID chosen) {

    static PlacedJudgement of(ImportedJudgement said, Kept pair, Turn turn) {
        var slot = said.choseFirst() ? pair.slotOfA() : pair.slotOfA().other();
        return new PlacedJudgement(said, turn, Objects.requireNonNull(turn.sample(slot)));
    }

    UUID pair() {
        return turn.conversationId();
    }

    long line() {
        return said.line();
    }

    boolean saysTheSameAs(Comparison saved) {
        return saved.chosenSample().equals(chosen)
                && saved.degree() == said.degree()
                && saved.safety() == said.safety()
                && saved.ratings(saved.chosen()).equals(said.ofChosen())
                && saved.ratings(saved.chosen().other()).equals(said.ofRejected());
    }

    boolean saysTheSameAs(PlacedJudgement other) {
        return chosen.equals(other.chosen)
                && said.degree() == other.said.degree()
                && said.safety() == other.said.safety()
                && said.ofChosen().equals(other.said.ofChosen())
                && said.ofRejected().equals(other.said.ofRejected());
    }
}
