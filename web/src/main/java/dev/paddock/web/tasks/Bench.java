package dev.paddock.web.tasks;

import dev.paddock.campaigns.Guideline;
import dev.paddock.prompts.AttackVector;
import dev.paddock.prompts.RiskCategory;
import dev.paddock.shared.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the campaign asks of the person at the workbench.
 *
 * @param answered tasks the person has done in it
 * @param draft    what the server has of unsent work, JSON; empty when nothing
 * @param unsent   the same to be read, for when it can be sent no more
 */
record Bench(
        String campaign,
        int round,
        long answered,
        boolean safety,
        boolean ratesHelpfulness,
        boolean ratesSafety,
        Guideline guideline,
        String draft,
        Unsent unsent) {

    public List<Wording.Degree> degrees() {
        return Wording.DEGREES;
    }

    /** From the weakest to the strongest, as they stand on the right. */
    public List<Wording.Degree> degreesBack() {
        return Wording.DEGREES.reversed();
    }

    public List<Wording.Bin> bins() {
        return Wording.BINS;
    }

    public List<Wording.Scale> scales() {
        var asked = new ArrayList<Wording.Scale>();
        if (ratesHelpfulness) {
            asked.add(Wording.HELPFULNESS);
        }
        if (ratesSafety) {
            asked.add(Wording.SAFETY);
        }
        return asked;
    }

    public List<String> riskCategories() {
        return Arrays.stream(RiskCategory.values()).map(Words::of).toList();
    }

    public List<String> attackVectors() {
        return Arrays.stream(AttackVector.values()).map(Words::of).toList();
    }
}
