package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.DefaultEncoder;
import dev.paddock.rewardmodel.scoring.ModelCard.Template;
import dev.paddock.rewardmodel.scoring.ModelCard.Truncation;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.Pooling;
import dev.paddock.rewardmodel.scoring.Sha256;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What is tried for the default reward models: a few middle layers, and how strongly the head is held back. */
final class DefaultRecipe {

    static final Template TEMPLATE =
            new Template("segments", "[CLS]", "[SEP]", "System: ", "Human: ", "Assistant: ", "\n\n");
    static final Truncation TRUNCATION = new Truncation(128, 256);

    private static final double[] PENALTIES = {0.1, 0.3, 1, 3, 10};

    private DefaultRecipe() {}

    static List<Block> blocks() {
        return Stream.of(5, 6, 7)
                .map(layer -> new Block(layer, Pooling.ANSWER_MEAN))
                .toList();
    }

    static List<Candidate> candidates(ModelKind kind) {
        return blocks().stream()
                .flatMap(block -> DoubleStream.of(PENALTIES).mapToObj(l2 -> new Candidate(List.of(block), l2)))
                .toList();
    }

    /** Everything the encoder's vectors depend on besides the text. */
    static String describe(List<Block> blocks) {
        return Sha256.of(DefaultEncoder.onnx()) + blocks + TEMPLATE + TRUNCATION;
    }
}
