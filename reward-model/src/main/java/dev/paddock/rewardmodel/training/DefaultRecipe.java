package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.DefaultEncoder;
import dev.paddock.rewardmodel.scoring.ModelCard.Template;
import dev.paddock.rewardmodel.scoring.ModelCard.Truncation;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.Pooling;
import dev.paddock.rewardmodel.scoring.Segments;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What is tried for the default reward models: a few middle layers, and how strongly the head is held back. */
final class DefaultRecipe {

    static final Template TEMPLATE = new Segments("[CLS]", "[SEP]", "System: ", "Human: ", "Assistant: ", "\n\n");
    static final Truncation TRUNCATION = new Truncation(128, 256);

    private static final double[] PENALTIES = {0.1, 0.3, 1, 3};

    private DefaultRecipe() {}

    /** Every block that a candidate reads. */
    static List<Block> blocks() {
        return Stream.of(ModelKind.values())
                .flatMap(kind -> designs(kind).stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    static List<Candidate> candidates(ModelKind kind) {
        return designs(kind).stream()
                .flatMap(design -> DoubleStream.of(PENALTIES).mapToObj(l2 -> new Candidate(design, l2)))
                .toList();
    }

    /** Whether an answer is safe hangs on what was asked, so for safety the product with the prompt is tried as well. */
    private static List<List<Block>> designs(ModelKind kind) {
        return switch (kind) {
            case HELPFULNESS -> List.of(List.of(mean(5)), List.of(mean(6)), List.of(mean(7)));
            case SAFETY ->
                List.of(
                        List.of(mean(6)),
                        List.of(mean(7)),
                        List.of(mean(6), new Block(8, Pooling.PROMPT_TIMES_ANSWER)));
        };
    }

    private static Block mean(int layer) {
        return new Block(layer, Pooling.ANSWER_MEAN);
    }

    /** Everything the encoder's vectors depend on besides the text. */
    static String describe(List<Block> blocks) {
        return Sha256.of(DefaultEncoder.onnx()) + blocks + TEMPLATE + TRUNCATION;
    }
}
