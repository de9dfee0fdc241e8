package dev.paddock.web.parts;

import dev.paddock.insight.CampaignFacts;
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
                new Fact("Left chosen", share(facts.left()), left(facts.left())),
                new Fact("Reward model agrees", share(facts.impartialAgreement()), agreement(facts)));
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
                        share(proportion),
                        null);
    }

    private String left(Proportion left) {
        if (left.empty()) {
            return "nothing compared yet";
        }
        return interval(left) + (left.low() > 0.5 || left.high() < 0.5 ? ", people choose by place" : ", no bias seen");
    }

    private String agreement(CampaignFacts facts) {
        if (facts.rewardModel() == null) {
            return "no reward model serves";
        }
        var counted = facts.impartialAgreement();
        var scored = counted.empty() ? "nothing scored yet" : interval(counted) + ", n " + grouped(counted.of());
        return facts.rewardModel() + ", " + scored + chosen(facts.agreement(), counted);
    }

    /** Pairs that were taken because their gap was small tell little of all the others: they are told apart. */
    private String chosen(Proportion all, Proportion counted) {
        var chosen = new Proportion(all.hits() - counted.hits(), all.of() - counted.of());
        return chosen.empty()
                ? ""
                : "; " + share(chosen) + " of the " + grouped(chosen.of()) + " chosen by their small gap";
    }

    /** {@code 50.8 %}, or a dash where nothing was counted. */
    private static String share(Proportion proportion) {
        return proportion.empty() ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * proportion.share());
    }

    /** {@code 49.7 to 51.9}; empty where nothing was counted. */
    private static String interval(Proportion proportion) {
        return proportion.empty()
                ? ""
                : String.format(Locale.ROOT, "%.1f to %.1f", 100 * proportion.low(), 100 * proportion.high());
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
