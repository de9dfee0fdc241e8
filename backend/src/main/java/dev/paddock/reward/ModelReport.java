package dev.paddock.reward;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a reward model did on what people said. Shares are in percent.
 *
 * @param heldOutOnly whether only conversations that are held out of every training count: so for a model that was trained here
 * @param campaign whose rounds {@code rounds} and {@code scores} are; null where those of all campaigns are counted together, the first with
 *     the first, and so on
 * @param comparisons that count; at most the latest 200,000
 * @param tracks accuracy on each track of which it has scored comparisons that count, its own and the other; all together and by the people's
 *     degree of preference (Llama 2, table 8)
 * @param degrees those of its own track
 * @param rounds on its own track, round by round: first of all its comparisons, then by degree (figure 6)
 * @param gapQuarters on its own track, from the quarter of the pairs with the widest score gap to the narrowest
 * @param reliability how often it is right against how sure it is
 * @param scores how they are spread, by model variant and round
 * @param ratings mean score by the median of the people's ratings (figure 29)
 */
public record ModelReport(
        String model,
        Instant madeAt,
        boolean heldOutOnly,
        @Nullable UUID campaign,
        int comparisons,
        List<OnTrack> tracks,
        List<OfDegree> degrees,
        List<OfRound> rounds,
        List<Double> gapQuarters,
        List<Reliability> reliability,
        List<Spread> scores,
        List<OfRating> ratings) {

    /**
     * @param lengthOnly the accuracy of preferring the longer answer always, or the shorter, whichever is right more often
     * @param longerByPeople how often people preferred the longer answer, of pairs that differ in length
     * @param longerByModel how often the model does
     */
    public record OnTrack(
            String track,
            int pairs,
            double accuracy,
            double low,
            double high,
            double lengthOnly,
            double longerByPeople,
            double longerByModel,
            List<OfDegree> degrees) {}

    public record OfDegree(String degree, int pairs, double accuracy, double low, double high) {}

    /** @param degree {@link #ALL} for those of all degrees together */
    public record OfRound(int round, String degree, int pairs, double accuracy, double low, double high) {

        public static final String ALL = "all";
    }

    /**
     * @param from lower end of the probability, by the score gap, that it is right: 0.5 to 1
     * @param predicted mean of that probability, in percent
     * @param observed how often it is right
     */
    public record Reliability(double from, double to, int pairs, double predicted, double observed) {}

    /**
     * @param low lower end of the first of {@code counts}, which are equally wide
     * @param counts samples, from the lowest scores to the highest; what lies beyond is in the first and the last
     */
    public record Spread(
            String variant,
            int round,
            int samples,
            double mean,
            double deviation,
            double low,
            double high,
            List<Integer> counts) {

        /** Samples in the fullest of them. */
        public int most() {
            return Collections.max(counts);
        }
    }

    /**
     * @param rating 1 to 5, the median of however many people rated a sample, also of one alone; halves where the middle two differ by one
     * @param standardError of the mean, samples of one conversation taken together; null where all are of one
     */
    public record OfRating(
            double rating,
            int samples,
            double meanScore,
            @Nullable Double standardError) {}
}
