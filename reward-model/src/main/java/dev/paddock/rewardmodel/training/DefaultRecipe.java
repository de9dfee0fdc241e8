package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.ModelCard.Template;
import dev.paddock.rewardmodel.scoring.ModelCard.Truncation;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.Pooling;
import dev.paddock.rewardmodel.scoring.Segments;
import dev.paddock.rewardmodel.training.Design.Part;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What the default reward models are made of, and how strongly their heads may be held back. */
final class DefaultRecipe {

    static final Template TEMPLATE = new Segments("[CLS]", "[SEP]", "System: ", "Human: ", "Assistant: ", "\n\n");
    static final Truncation TRUNCATION = new Truncation(128, 256);

    private static final double[] PENALTIES = {0.00025, 0.0005, 0.001, 0.002};

    /** All features together; each block names its own share. */
    private static final double FEATURE_SHARE = 0.3;

    /** What a pair of PandaLM counts: its answers are those of other, weaker models, which steadies what the helpful files teach. */
    static final double PANDALM_WEIGHT = 0.2;

    /** What a pair of FineGrainedRLHF counts: answers to questions of fact, which the helpful files hold few of. */
    static final double FINE_GRAINED_WEIGHT = 0.2;

    /** What a helpful pair with its answers swapped counts: the harmless pairs are few, and the two kinds pull in opposite directions. */
    static final double SWAPPED_WEIGHT = 0.1;

    /** What a refusal of AdvBench's requests counts: enough to be learnt, too little to drown what the harmless pairs say. */
    static final double REFUSAL_WEIGHT = 0.05;

    /** What a helpful answer counts that is preferred to its own words in disorder: too little to matter between two answers in order. */
    static final double DISORDER_WEIGHT = 0.05;

    /** What one counts that is preferred to the answer of another conversation, or to itself with a sentence repeated. */
    static final double ASTRAY_WEIGHT = 0.01;

    static final double REPEATING_WEIGHT = 0.01;

    /** What one counts that is preferred to its own beginning. */
    static final double BROKEN_OFF_WEIGHT = 0.06;

    /** What the beginning of a rejected harmless answer counts that is preferred to the whole. */
    static final double LESSER_HARM_WEIGHT = 0.1;

    private static final double ONLINE_WEIGHT = 0.7;

    private static final int PRODUCT_LAYER = 6;

    /** What the axes of the products of prompt and answer are fitted on. */
    static final Block PROMPTS = new Block(PRODUCT_LAYER, Pooling.PROMPT_MEAN);

    static final Block ANSWERS = new Block(PRODUCT_LAYER, Pooling.ANSWER_MEAN);

    private DefaultRecipe() {}

    static String version(ModelKind kind) {
        return switch (kind) {
            case HELPFULNESS -> "5";
            case SAFETY -> "4";
        };
    }

    /** Every block that a design reads. */
    static List<Block> blocks() {
        return Stream.of(ModelKind.values())
                .flatMap(kind -> parts(kind).stream())
                .map(Part::block)
                .distinct()
                .toList();
    }

    static List<Design> designs(ModelKind kind) {
        return DoubleStream.of(PENALTIES)
                .mapToObj(l2 -> new Design(parts(kind), FEATURE_SHARE, l2))
                .toList();
    }

    /**
     * How much a file's pairs count. Answers of the online file come from models that had been trained on preferences before, among which the
     * shorter one wins; everywhere else the longer one does.
     */
    static double weight(String source) {
        return source.startsWith("helpful-online") ? ONLINE_WEIGHT : 1;
    }

    private static List<Part> parts(ModelKind kind) {
        return switch (kind) {
            case HELPFULNESS ->
                List.of(
                        part(7, Pooling.ANSWER_MEAN, 1),
                        part(6, Pooling.ANSWER_DEVIATION, 0.3),
                        part(6, Pooling.ANSWER_MAX, 0.3),
                        part(8, Pooling.ANSWER_OPENING, 0.2),
                        part(4, Pooling.END, 0.3),
                        part(PRODUCT_LAYER, Pooling.PROMPT_BY_ANSWER, 0.3));
            case SAFETY ->
                List.of(
                        part(8, Pooling.ANSWER_MEAN, 1),
                        part(8, Pooling.ANSWER_OPENING, 0.5),
                        part(8, Pooling.START, 0.4),
                        part(8, Pooling.ANSWER_CLOSING, 0.4),
                        part(4, Pooling.END, 0.3));
        };
    }

    private static Part part(int layer, Pooling pooling, double share) {
        return new Part(new Block(layer, pooling), share);
    }
}
