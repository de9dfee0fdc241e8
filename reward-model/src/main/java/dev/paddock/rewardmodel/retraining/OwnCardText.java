package dev.paddock.rewardmodel.retraining;

import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.ModelCard.Measured;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The card of a model that was trained on an installation's own comparisons, in words and tables. */
record OwnCardText(Retraining training, ModelCard card, TrainingReport report) {

    String markdown() {
        return english(
                """
                # %s reward model, trained here

                Version %s. The head of the default %s reward model, trained further on %,d comparisons from %s%s. How far it could move \
                from where it started (penalty %s) was chosen by cross-validation inside them.

                ## On held-out comparisons

                A tenth of all conversations is held out of every training for ever. %s

                Meant for: ranking answers of the kind that these people compared. It judges as they did, their mistakes included.

                ## What it is made of

                %s
                """,
                capital(training.start().card().kind().label()),
                training.origin().version(),
                training.start().card().kind().label(),
                report.ownPairs(),
                training.origin().source(),
                report.seedPairs() == 0
                        ? ""
                        : english(", and on %,d pairs from elsewhere, as there were few", report.seedPairs()),
                report.penalty(),
                heldOut(),
                provenance());
    }

    private String provenance() {
        var origin = training.origin();
        var lines = new ArrayList<String>();
        if (!origin.campaigns().isEmpty()) {
            // Not which: whoever reads it may know nothing of some of them.
            lines.add("Campaigns: " + origin.campaigns().size());
        }
        lines.add("Margin: " + Objects.requireNonNullElse(origin.margin(), "each comparison's own"));
        lines.add("Weight of the safety loss: " + training.safetyWeight());
        lines.add(english(
                "Pairs: %,d comparisons of its own, %,d from elsewhere", report.ownPairs(), report.seedPairs()));
        lines.add("Comparisons chosen at: " + origin.asOf());
        lines.add("Measured against: " + named(origin.against()));
        Objects.requireNonNull(card.training())
                .data()
                .forEach((name, sha256) -> lines.add("SHA-256 of " + name + ": " + sha256));
        return lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    private static String named(Measured model) {
        return model.id() == null ? model.model() : model.model() + ", " + model.id();
    }

    private String heldOut() {
        var figures = report.figures();
        if (figures == null) {
            return "There was no comparison on them to judge by, so nothing is known of how good this model is.";
        }
        return english(
                """
                On %,d comparisons of them it gives the answer that people chose the higher score in %.1f %% \
                (95 %% interval %.1f to %.1f), the model that served before in %.1f %%, the longer answer always, or the shorter, in %.1f %%.

                | degree | comparisons | this model | before |
                | --- | --- | --- | --- |
                %s""",
                report.heldOut(),
                figures.accuracy(),
                figures.interval().low(),
                figures.interval().high(),
                figures.serving(),
                figures.lengthOnly(),
                report.byDegree().stream()
                        .map(row -> english(
                                "| %s | %,d | %.1f | %.1f |", row.degree(), row.pairs(), row.accuracy(), row.serving()))
                        .collect(Collectors.joining("\n")));
    }

    /** Whatever the language of the machine. */
    private static String english(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
