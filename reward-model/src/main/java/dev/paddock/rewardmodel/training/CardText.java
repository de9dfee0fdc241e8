package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.DefaultEncoder;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.ModelCard.HeldOut;
import dev.paddock.rewardmodel.scoring.Pooling;
import dev.paddock.rewardmodel.training.Evaluation.Interval;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A default model's card in words and tables.
 *
 * @param card the same in numbers
 * @param lent what it learnt from besides the pairs of its own kind
 */
record CardText(ModelCard card, List<String> lent, Measured measured) {

    /**
     * What only the training knows.
     *
     * @param interval of the accuracy on all pairs
     * @param byGapQuarter accuracy, from the quarter of the pairs with the widest score gap to the narrowest
     * @param onOther accuracy on the pairs of the other default
     * @param sawOther whether those are among what was lent
     * @param penalties what each fold chose
     */
    record Measured(
            Interval interval, List<Double> byGapQuarter, double onOther, boolean sawOther, List<Double> penalties) {}

    String markdown() {
        return String.join("\n\n", purpose(), reads(), learntFrom(), judged(), again()) + "\n";
    }

    private String purpose() {
        return format(
                """
                # Default %s reward model

                A linear head on %s (%s), cut after layer %d. It is meant for a first look before there is data of your own. It speaks
                English, knows short assistant conversations of 2022, and judges style more than facts.""",
                card.kind().label(),
                DefaultEncoder.NAME,
                DefaultEncoder.LICENCE,
                blocks().stream().mapToInt(Block::layer).max().orElse(0));
    }

    private List<Block> blocks() {
        return Objects.requireNonNull(card.blocks());
    }

    private String reads() {
        var pooled = blocks().stream().map(block -> words(block.pooling()) + " after layer " + block.layer());
        return "## What it reads\n\n"
                + list(Stream.concat(pooled, Stream.of("the cheap features of the answer: counts and word lists")));
    }

    private static String words(Pooling pooling) {
        return pooling.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String learntFrom() {
        var together = card.heldOut().getLast();
        return format("""
                ## What it learnt from

                %,d pairs of Anthropic HH-RLHF (MIT) and, at lower weights:

                %s

                %s The files are named below.""", together.pairs(), list(lent.stream()), penalty());
    }

    private String penalty() {
        var kept = plain(Objects.requireNonNull(card.training()).l2());
        var chosen =
                measured.penalties().stream().map(CardText::plain).distinct().toList();
        return "The penalty on its weights (L2) is " + kept
                + (chosen.equals(List.of(kept))
                        ? "; all folds chose the same."
                        : "; the folds chose " + String.join(" or ", chosen) + ".");
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private String judged() {
        return format(
                """
                ## Held-out accuracy

                Share of pairs in which the answer that a person preferred got the higher score, in percent. Nested cross-validation in five
                folds by conversation root: the penalty is chosen inside the training part, so no pair had a say in the model that it
                was judged by. The design (layers, poolings, their shares, the weights of files) was settled by looking at these same files,
                so the figures may be up to a point high. *Length only* prefers the longer answer always, or the shorter, whichever is right more often.%s

                %s

                95 %% interval, all pairs, conversations drawn anew: %.1f to %.1f. By quarter of the score gap, widest first: %s.
                On the pairs of the other default model: %.1f (a model of one kind is no judge of the other%s).""",
                axes(),
                table(),
                measured.interval().low(),
                measured.interval().high(),
                measured.byGapQuarter().stream()
                        .map(accuracy -> format("%.1f", accuracy))
                        .collect(Collectors.joining(" / ")),
                measured.onOther(),
                measured.sawOther() ? "; this one has seen those pairs, swapped" : "");
    }

    private String axes() {
        return blocks().stream().anyMatch(block -> block.pooling() == Pooling.PROMPT_BY_ANSWER)
                ? "\nThe axes whose products it reads were fitted, without labels, on the prompts and answers of all compared pairs, "
                        + "those of the judged folds among them."
                : "";
    }

    /** The card's own figures. */
    String table() {
        return "| set | pairs | accuracy | standard error | length only |\n| --- | --- | --- | --- | --- |\n"
                + card.heldOut().stream().map(CardText::row).collect(Collectors.joining("\n"));
    }

    private static String row(HeldOut on) {
        return format(
                "| %s | %,d | %.1f | %.1f | %.1f |",
                on.set(), on.pairs(), on.accuracy(), on.standardError(), on.lengthOnly());
    }

    private String again() {
        var files = Objects.requireNonNull(card.training()).data().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(file -> file.getKey() + " " + file.getValue());
        return format("""
                ## How to make it again

                `%s` on these files (SHA-256):

                %s""", DefaultFiles.COMMAND, list(files));
    }

    private static String list(Stream<String> items) {
        return items.map(item -> "- " + item).collect(Collectors.joining("\n"));
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
