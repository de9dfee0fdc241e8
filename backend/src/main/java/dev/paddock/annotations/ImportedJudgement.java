package dev.paddock.annotations;

import dev.paddock.annotations.NewComparison.Then;
import dev.paddock.samples.PreparedPair;
import dev.paddock.tasks.Judging;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of a pair elsewhere, as a line of a file tells it.
 *
 * @param choseFirst whether the pair's first answer was chosen
 * @param impartial whether the pair was chosen there without regard to what a reward model says of it
 */
record ImportedJudgement(
        long line,
        PreparedPair pair,
        boolean choseFirst,
        Degree degree,
        @Nullable SafetyBin safety,
        Ratings ofChosen,
        Ratings ofRejected,
        boolean impartial) {

    /** As if the chosen answer stood on that side. */
    NewComparison chosenOn(Side side) {
        var left = side == Side.LEFT ? ofChosen : ofRejected;
        var right = side == Side.LEFT ? ofRejected : ofChosen;
        return new NewComparison(side, degree, safety, left, right, "", Then.END);
    }

    /** As the person would have sent it who has the pair before them in this way. */
    NewComparison seen(Judging judging, UUID chosen) {
        return chosenOn(chosen.equals(judging.leftSample()) ? Side.LEFT : Side.RIGHT);
    }
}
