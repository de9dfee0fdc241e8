package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.bundles.Head;
import dev.paddock.rewardmodel.scoring.DefaultEncoder;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.ModelCard.Base;
import dev.paddock.rewardmodel.scoring.ModelCard.Golden;
import dev.paddock.rewardmodel.scoring.ModelCard.Training;
import dev.paddock.rewardmodel.scoring.Precision;
import dev.paddock.rewardmodel.scoring.features.FeatureSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** {@code head.json} and {@code card.md} of a default reward model. */
record DefaultFiles(TrainedDefault trained, TrainedDefault other, List<Double> goldenScores) {

    static final String COMMAND =
            "dev.paddock.rewardmodel.training.TrainDefaults --data DIR --pandalm FILE --fine-grained FILE --advbench FILE --out DIR";

    /** Far above what another processor's rounding of int8 does to a score, far below what a wrong model does. */
    private static final double GOLDEN_TOLERANCE = 0.1;

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var card = card();
        var head = Head.of(
                card,
                trained.multiplies() ? trained.axes() : null,
                trained.head().toFloats(),
                (float) trained.head().bias());
        Files.writeString(
                folder.resolve("head.json"),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(head) + "\n");
        var text = new CardText(card, trained.lent().words(), trained.measured(other));
        Files.writeString(folder.resolve("card.md"), text.markdown());
    }

    private ModelCard card() {
        return new ModelCard(
                ModelCard.CONTRACT,
                trained.set().kind(),
                "bge-small-linear",
                DefaultRecipe.version(trained.set().kind()),
                new Base(DefaultEncoder.NAME, DefaultEncoder.LICENCE, Sha256.of(DefaultEncoder.onnx())),
                trained.design().blocks(),
                DefaultRecipe.TEMPLATE,
                DefaultRecipe.TRUNCATION,
                FeatureSet.newest().version(),
                List.of("input_ids", "attention_mask", "token_type_ids", "features"),
                "reward",
                Precision.INT8,
                false,
                trained.whitening(),
                new Training(
                        trained.hashes(),
                        trained.set().pairs().size() + trained.lent().table().size(),
                        trained.design().l2(),
                        COMMAND,
                        null),
                trained.heldOut(),
                golden(),
                GOLDEN_TOLERANCE,
                null,
                Map.of(),
                null);
    }

    private List<Golden> golden() {
        return IntStream.range(0, goldenScores.size())
                .mapToObj(i -> new Golden(GoldenConversations.ALL.get(i), goldenScores.get(i)))
                .toList();
    }
}
