package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.scoring.DefaultEncoder;
import dev.paddock.rewardmodel.scoring.ModelCard.HeldOut;
import java.util.Locale;
import java.util.stream.Collectors;

/** A default model's card in words and tables. */
record CardText(TrainedDefault trained, TrainedDefault other) {

    String markdown() {
        return """
                # Default %s reward model

                A linear head on %s (%s), cut after layer %d. It reads
                %s
                and the cheap features of the answer. It was trained on %,d pairs of Anthropic HH-RLHF (MIT), and besides on
                %s. The files are named below.
                It is meant for a first look before there is data of your own. It speaks English, knows short assistant conversations of
                2022, and judges style more than facts.

                ## Held-out accuracy

                Share of pairs in which the answer that a person preferred got the higher score, in percent. Nested cross-validation in five
                folds by conversation root: the penalty is chosen inside the training part, so no pair had a say in the model that it
                was judged by. The design (layers, poolings, their shares, the weights of files) was settled by looking at these same files,
                so the figures may be up to a point high. *Length only* prefers the longer answer always, or the shorter, whichever is right more often.%s

                %s

                95 %% interval, all pairs, conversations drawn anew: %.1f to %.1f. By quarter of the score gap, widest first: %s.
                On the pairs of the other default model: %.1f (a model of one kind is no judge of the other%s).
                The folds chose: %s. The shipped head: %s.

                ## How to make it again

                `%s` on these files (SHA-256):

                %s
                """.formatted(
                trained.set().kind().label(),
                DefaultEncoder.NAME,
                DefaultEncoder.LICENCE,
                trained.design().blocks().stream()
                        .mapToInt(block -> block.layer())
                        .max()
                        .orElse(0),
                trained.design().label(),
                trained.set().pairs().size(),
                trained.lent().words(),
                axes(),
                table(),
                interval().low(),
                interval().high(),
                trained.nested().evaluation().accuracyByGapQuarter().stream()
                        .map(CardText::oneDecimal)
                        .collect(Collectors.joining(" / ")),
                trained.on(other.table()).accuracy(),
                trained.hashes().keySet().containsAll(other.set().hashes().keySet())
                        ? "; this one has seen those pairs, swapped"
                        : "",
                trained.nested().designs().stream()
                        .map(Design::label)
                        .distinct()
                        .collect(Collectors.joining("; ")),
                trained.design().label(),
                DefaultFiles.COMMAND,
                files());
    }

    private String axes() {
        return trained.multiplies()
                ? "\nThe axes whose products it reads were fitted, without labels, on the prompts and answers of all compared pairs, "
                        + "those of the judged folds among them."
                : "";
    }

    private Evaluation.Interval interval() {
        return trained.nested().evaluation().interval(1);
    }

    private String table() {
        return "| set | pairs | accuracy | standard error | length only |\n| --- | --- | --- | --- | --- |\n"
                + trained.heldOut().stream().map(CardText::row).collect(Collectors.joining("\n"));
    }

    private static String row(HeldOut on) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.1f | %.1f | %.1f |",
                on.set(),
                on.pairs(),
                on.accuracy(),
                on.standardError(),
                on.lengthOnly());
    }

    private String files() {
        return trained.hashes().entrySet().stream()
                .map(file -> "- " + file.getKey() + " " + file.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
