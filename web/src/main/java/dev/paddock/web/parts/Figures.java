package dev.paddock.web.parts;

import dev.paddock.insight.CampaignFacts;
import dev.paddock.reward.Agreement;
import dev.paddock.shared.Proportion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A campaign's figures in words: {@code @figures} of templates. */
@Component("figures")
public class Figures {

    public List<Fact> facts(CampaignFacts facts) {
        return List.of(
                new Fact(
                        "Comparisons",
                        grouped(facts.comparisons()),
                        people(facts.people())
                                + (facts.imported() == 0 ? "" : ", " + grouped(facts.imported()) + " imported")),
                new Fact("Left chosen", share(facts.left().share()), left(facts.left())),
                new Fact("Reward model agrees", share(facts.impartialAgreement().share()), agreement(facts)));
    }

    private static String people(long people) {
        return people == 1 ? "by one person" : "by " + people + " people";
    }

    /** How strongly people prefer. */
    public List<Bar> degrees(CampaignFacts facts) {
        return facts.degrees().entrySet().stream().map(this::bar).toList();
    }

    private Bar bar(Map.Entry<String, Proportion> degree) {
        var proportion = degree.getValue();
        return proportion.empty()
                ? new Bar(degree.getKey(), 0, "–")
                : new Bar(
                        degree.getKey(),
                        proportion.share(),
                        proportion.low(),
                        proportion.high(),
                        share(proportion.share()),
                        null);
    }

    private String left(Proportion left) {
        if (left.empty()) {
            return "nothing compared yet";
        }
        return interval(left.low(), left.high())
                + (left.low() > 0.5 || left.high() < 0.5 ? ", people choose by place" : ", no bias seen");
    }

    private String agreement(CampaignFacts facts) {
        if (facts.rewardModel() == null) {
            return "no reward model serves";
        }
        var counted = facts.impartialAgreement();
        return facts.rewardModel() + ", "
                + (facts.heldOutOnly() ? heldOut(counted) : scored(counted))
                + chosen(facts.agreement(), counted);
    }

    private static String scored(Agreement counted) {
        return counted.empty()
                ? "nothing scored yet"
                : interval(counted.low(), counted.high()) + ", n " + grouped(counted.of());
    }

    /** What a model may have learnt from says nothing of how often it is right. */
    private static String heldOut(Agreement counted) {
        return counted.empty() ? "none held out and scored yet" : scored(counted) + " held out";
    }

    /** Pairs that were taken because their gap was small tell little of all the others: they are told apart. */
    private static String chosen(Agreement all, Agreement counted) {
        var chosen = all.of() - counted.of();
        return chosen == 0
                ? ""
                : "; " + share((all.hits() - counted.hits()) / chosen) + " of the " + grouped(chosen)
                        + " chosen by their small gap";
    }

    /** {@code 50.8 %}, or a dash where nothing was counted. */
    private static String share(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** {@code 49.7 to 51.9}. */
    private static String interval(double low, double high) {
        return String.format(Locale.ROOT, "%.1f to %.1f", 100 * low, 100 * high);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
