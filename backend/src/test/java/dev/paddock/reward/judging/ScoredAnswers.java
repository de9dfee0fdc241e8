package dev.paddock.reward.judging;

import dev.paddock.campaigns.Track;
import dev.paddock.reward.judging.ScoredComparison.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Comparisons with scores and ratings as a test wants them; the rejected answer is always another variant's, and nobody rated it. */
final class ScoredAnswers {

    static final String REJECTED = "rejected";

    final List<ScoredComparison> comparisons = new ArrayList<>();

    UUID add(String variant, int round, String root, double score, @Nullable Integer rating) {
        var sample = UUID.randomUUID();
        again(sample, variant, round, root, score, rating);
        return sample;
    }

    /** Somebody else compared it too. */
    void again(UUID sample, String variant, int round, String root, double score, @Nullable Integer rating) {
        comparisons.add(new ScoredComparison(
                Track.HELPFULNESS,
                "better",
                UUID.randomUUID(),
                round,
                root,
                new Answer(sample, variant, 10, rating, score),
                new Answer(UUID.randomUUID(), REJECTED, 10, null, -100)));
    }
}
