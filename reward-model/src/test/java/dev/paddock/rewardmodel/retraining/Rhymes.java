package dev.paddock.rewardmodel.retraining;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.rewardmodel.pairs.LabelledPair;
import dev.paddock.rewardmodel.pairs.PreferencePair;
import dev.paddock.rewardmodel.pairs.SeedPairs;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Pairs of people who want a rhyme about a fish, whatever they asked, and what is trained on them. */
final class Rhymes {

    private Rhymes() {}

    /** @param about how each question begins */
    static List<PreferencePair> pairs(String about, boolean heldOut, int count) {
        return Stream.iterate(0, i -> i + 1)
                .map(i -> new PreferencePair(
                        List.of(Message.user(about + i)),
                        "A fish in a dish made a wish!",
                        "Please consult the usual sources.",
                        1,
                        "here"))
                .filter(pair -> HoldOut.contains(pair.root()) == heldOut)
                .limit(count)
                .toList();
    }

    /** From the default of that kind, against a model that likes all answers alike. */
    static Retraining.Result trained(
            ModelKind kind,
            List<LabelledPair> own,
            List<LabelledPair> judges,
            SeedPairs seed,
            double safetyWeight,
            Path cache,
            Path target)
            throws IOException {
        return new Retraining(
                        DefaultBundles.head(kind), "parent", own, judges, seed, safetyWeight, RetrainingTest.ORIGIN)
                .run(conversations -> new double[conversations.size()], cache, target, Progress.NONE);
    }
}
