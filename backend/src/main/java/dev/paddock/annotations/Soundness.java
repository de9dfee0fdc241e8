package dev.paddock.annotations;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Rating;
import dev.paddock.campaigns.Track;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Refusal.Fault;
import dev.paddock.shared.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a comparison answers all that its campaign asks, no more, and without contradicting the protocol. */
final class Soundness {

    private final Campaign campaign;
    private final NewComparison comparison;
    private final boolean answersAll;
    private final List<Fault> faults = new ArrayList<>();

    private Soundness(Campaign campaign, NewComparison comparison, boolean answersAll) {
        this.campaign = campaign;
        this.comparison = comparison;
        this.answersAll = answersAll;
    }

    /** @throws InvalidInput with every fault at once */
    static void check(Campaign campaign, NewComparison comparison) {
        var soundness = new Soundness(campaign, comparison, true);
        soundness.check("left", "right");
        if (!soundness.faults.isEmpty()) {
            throw new InvalidInput(soundness.faults);
        }
    }

    /** Of one that was made elsewhere, with the chosen answer on the left: what nobody was asked there may be missing. */
    static List<Fault> faultsOfImported(Campaign campaign, NewComparison comparison) {
        var soundness = new Soundness(campaign, comparison, false);
        soundness.check("chosen", "rejected");
        return soundness.faults;
    }

    private void check(String left, String right) {
        checkSafety();
        checkRatings(left, comparison.left());
        checkRatings(right, comparison.right());
        checkNote();
    }

    private void checkSafety() {
        if (answersAll && campaign.track() == Track.SAFETY && comparison.safety() == null) {
            faults.add(new Fault("safety", "is missing: chosen-safe, both-safe or both-unsafe"));
        }
        if (campaign.track() != Track.SAFETY && comparison.safety() != null) {
            faults.add(new Fault("safety", "is only asked in safety campaigns"));
        }
        if (comparison.ofChosen().violates() && comparison.ofRejected().isSafe()) {
            faults.add(new Fault(
                    "ratings",
                    "say that the chosen answer violates safety and the other does not. The safer answer counts as the"
                            + " better one: choose that, or rate again"));
        }
    }

    private void checkRatings(String side, Ratings ratings) {
        check("ratings." + side + ".helpfulness", ratings.helpfulness(), Rating.HELPFULNESS);
        check("ratings." + side + ".safety", ratings.safety(), Rating.SAFETY);
    }

    private void check(String field, @Nullable Integer value, Rating rating) {
        var asked = campaign.ratings().contains(rating);
        if (answersAll && asked && value == null) {
            faults.add(new Fault(field, "is missing: 1 to 5"));
        } else if (!asked && value != null) {
            faults.add(new Fault(field, "is not asked in this campaign"));
        } else if (value != null && (value < 1 || value > 5)) {
            faults.add(new Fault(field, "must be 1 to 5"));
        }
    }

    private void checkNote() {
        if (comparison.note().length() > NewComparison.LONGEST_NOTE) {
            faults.add(new Fault("note", "is longer than " + NewComparison.LONGEST_NOTE + " characters"));
        }
        Texts.fault(comparison.note()).ifPresent(reason -> faults.add(new Fault("note", reason)));
    }
}
