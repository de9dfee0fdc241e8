package dev.paddock.trainings;

import dev.paddock.reward.Candidates;
import dev.paddock.reward.Finding;
import dev.paddock.reward.FoundWorse;
import dev.paddock.reward.HeadToHeadFigures;
import dev.paddock.reward.NotMeasured;
import dev.paddock.reward.PromotionCheck;
import dev.paddock.reward.RegisteredModel;
import dev.paddock.rewardmodel.retraining.TrainingReport;
import dev.paddock.rewardmodel.retraining.TrainingReport.Figures;
import dev.paddock.shared.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * A model serves only where it was not worse, on held-out comparisons, than the one whose place it takes: by the figures of its training,
 * or else by the scores that both have given.
 */
@Component
class HeldOutGate implements PromotionCheck {

    private static final Logger log = LoggerFactory.getLogger(HeldOutGate.class);

    private static final String IN_THE_SHADOW = "Have it score beside the one that serves for a while, or ";
    private static final String ALL_THE_SAME = "give a reason to promote it all the same.";

    private interface Scores {

        Optional<HeadToHeadFigures> headToHead(RegisteredModel candidate, String serving);
    }

    private final TrainingTable trainings;
    private final Candidates candidates;

    HeldOutGate(TrainingTable trainings, Candidates candidates) {
        this.trainings = trainings;
        this.candidates = candidates;
    }

    @Override
    public Finding finding(RegisteredModel candidate, String serving) {
        return found(candidate, serving, candidates::headToHead);
    }

    @Override
    public Finding lately(RegisteredModel candidate, String serving) {
        return found(candidate, serving, candidates::headToHeadLately);
    }

    private Finding found(RegisteredModel candidate, String serving, Scores scores) {
        try {
            return known(candidate, serving, scores);
        } catch (DataAccessException | TransactionException unread) {
            log.warn(
                    "The held-out comparisons of {} cannot be read: {}",
                    candidate.name(),
                    unread.getMostSpecificCause().toString());
            return new Finding(
                    "",
                    new NotMeasured(
                            "The held-out comparisons cannot be read just now. Try again later, or " + ALL_THE_SAME));
        }
    }

    private Finding known(RegisteredModel candidate, String serving, Scores scores) {
        if (serving.isEmpty() || serving.equals(candidate.name())) {
            return Finding.NONE;
        }
        var training = trainings.of(candidate.name()).orElse(null);
        var report = training == null ? null : training.report();
        if (training != null && report != null && report.figures() != null) {
            return trained(serving, headToHead(training.against(), report, report.figures()));
        }
        return scored(scores.headToHead(candidate, serving));
    }

    private static HeadToHeadFigures headToHead(@Nullable String against, TrainingReport report, Figures figures) {
        return new HeadToHeadFigures(
                String.valueOf(against),
                report.heldOut(),
                report.heldOutConversations(),
                figures.accuracy(),
                figures.serving(),
                figures.lead(),
                figures.leadInterval());
    }

    private static Finding trained(String serving, HeadToHeadFigures both) {
        if (!serving.equals(both.serving())) {
            return told(
                    both,
                    new FoundWorse("It was measured against " + both.serving()
                            + ", which serves no longer. Train again, or " + ALL_THE_SAME));
        }
        return judged(both, "Train again when more of them are there, or ");
    }

    private static Finding scored(Optional<HeadToHeadFigures> known) {
        if (known.isEmpty()) {
            return new Finding(
                    "",
                    new NotMeasured("Nothing says how often it is right: there is no held-out comparison"
                            + " that it has scored as well as the model that serves. " + IN_THE_SHADOW + ALL_THE_SAME));
        }
        return judged(known.get(), IN_THE_SHADOW);
    }

    /** @param more what to do about too few */
    private static Finding judged(HeadToHeadFigures both, String more) {
        if (!both.saysEnough()) {
            return told(
                    both,
                    new NotMeasured(both.inWords() + " Fewer than " + HeadToHeadFigures.FEWEST
                            + " conversations say too little. " + more + ALL_THE_SAME));
        }
        return both.lead() < 0
                ? told(both, new FoundWorse(both.inWords() + " Train it on more, or " + ALL_THE_SAME))
                : told(both, null);
    }

    private static Finding told(HeadToHeadFigures both, @Nullable Refusal against) {
        return new Finding("beside " + both.serving() + ": " + both.inWords(), against);
    }
}
