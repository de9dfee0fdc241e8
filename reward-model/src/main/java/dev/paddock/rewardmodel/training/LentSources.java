package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.pairs.AdvBench;
import dev.paddock.rewardmodel.pairs.FineGrained;
import dev.paddock.rewardmodel.pairs.LesserHarm;
import dev.paddock.rewardmodel.pairs.PandaLm;
import dev.paddock.rewardmodel.pairs.SpoiltAnswers;
import dev.paddock.rewardmodel.pairs.TrainingSet;
import dev.paddock.rewardmodel.training.heads.PairTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/** What each default learns from besides the pairs of its own kind that people compared, from other files or made of its own. */
record LentSources(Path pandaLm, Path fineGrained, Path advBench, Vectors vectors) {

    Lent forHelpfulness(TrainingSet helpful) throws IOException {
        var spoilt = new SpoiltAnswers(helpful.pairs());
        return read(
                        vectors.of(PandaLm.read(pandaLm)),
                        pandaLm,
                        DefaultRecipe.PANDALM_WEIGHT,
                        "comparisons of PandaLM's test set (Apache-2.0)")
                .and(read(
                        vectors.of(FineGrained.read(fineGrained)),
                        fineGrained,
                        DefaultRecipe.FINE_GRAINED_WEIGHT,
                        "comparisons of FineGrainedRLHF (Apache-2.0)"))
                .and(made(
                        vectors.of(spoilt.inDisorder()),
                        helpful,
                        DefaultRecipe.DISORDER_WEIGHT,
                        "helpful answers preferred to themselves with words in disorder"))
                .and(made(
                        vectors.of(spoilt.astray()),
                        helpful,
                        DefaultRecipe.ASTRAY_WEIGHT,
                        "helpful answers preferred to the answer of another conversation"))
                .and(made(
                        vectors.of(spoilt.repeating()),
                        helpful,
                        DefaultRecipe.REPEATING_WEIGHT,
                        "helpful answers preferred to themselves with a sentence repeated"))
                .and(made(
                        vectors.of(spoilt.brokenOff()),
                        helpful,
                        DefaultRecipe.BROKEN_OFF_WEIGHT,
                        "helpful answers preferred to themselves broken off"));
    }

    Lent forSafety(TrainingSet harmless, TrainingSet helpful, PairTable helpfulTable) throws IOException {
        return made(
                        helpfulTable.reversed(),
                        helpful,
                        DefaultRecipe.SWAPPED_WEIGHT,
                        "helpful pairs with their answers swapped")
                .and(read(
                        vectors.of(AdvBench.read(advBench)),
                        advBench,
                        DefaultRecipe.REFUSAL_WEIGHT,
                        "requests of AdvBench (MIT), each with a refusal of ours preferred to its complying answer"))
                .and(made(
                        vectors.of(LesserHarm.of(harmless.pairs())),
                        harmless,
                        DefaultRecipe.LESSER_HARM_WEIGHT,
                        "rejected answers, each with its beginning preferred to the whole"));
    }

    private static Lent read(PairTable table, Path file, double weight, String words) throws IOException {
        return lent(table, Map.of(String.valueOf(file.getFileName()), Sha256.of(file)), weight, words);
    }

    private static Lent made(PairTable table, TrainingSet from, double weight, String words) {
        return lent(table, from.hashes(), weight, words);
    }

    private static Lent lent(PairTable table, Map<String, String> hashes, double weight, String words) {
        var weights = DoubleStream.generate(() -> weight).limit(table.size()).toArray();
        var item = String.format(Locale.ROOT, "%,d %s, weight %s", table.size(), words, weight);
        return new Lent(table.weighing(weights), hashes, List.of(item));
    }
}
