package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.pairs.FineGrained;
import dev.paddock.rewardmodel.pairs.PandaLm;
import dev.paddock.rewardmodel.pairs.PreferencePair;
import dev.paddock.rewardmodel.pairs.TrainingSet;
import dev.paddock.rewardmodel.scoring.Axes;
import dev.paddock.rewardmodel.scoring.DefaultEncoder;
import dev.paddock.rewardmodel.training.heads.PairTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The axes of the default head's products: those of the prompts and answers that people compared for helpfulness, whoever won. */
record DefaultAxes(TrainingSet helpful, Path pandaLm, Path fineGrained) {

    private static final Logger log = LoggerFactory.getLogger(DefaultAxes.class);

    /** @param cache the folder for the encoder's vectors */
    Axes fit(Path cache) throws IOException {
        var blocks = List.of(DefaultRecipe.PROMPTS, DefaultRecipe.ANSWERS);
        try (var embedder = new Embedder(blocks, null, DefaultRecipe.TEMPLATE, DefaultRecipe.TRUNCATION);
                var vectorCache = new VectorCache(cache, embedder.recipe(), embedder.width())) {
            var pairs = pairs();
            log.info("axes: vectors of {} pairs", pairs.size());
            var table = new Vectors(embedder, vectorCache).of(pairs);
            return new Axes(first(Axes.PROMPT_RANK, table, 0), first(Axes.ANSWER_RANK, table, DefaultEncoder.WIDTH));
        }
    }

    private List<PreferencePair> pairs() throws IOException {
        var pairs = new ArrayList<>(helpful.pairs());
        pairs.addAll(PandaLm.read(pandaLm));
        pairs.addAll(FineGrained.read(fineGrained));
        return pairs;
    }

    private static Axes.Projection first(int rank, PairTable table, int from) {
        var states = Stream.of(table.chosen(), table.rejected())
                .flatMap(Arrays::stream)
                .map(vector -> Arrays.copyOfRange(vector, from, from + DefaultEncoder.WIDTH))
                .toArray(float[][]::new);
        return new PrincipalAxes(states).first(rank);
    }
}
