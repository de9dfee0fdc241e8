package dev.paddock.reward.judging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paddock.annotations.Degree;
import dev.paddock.campaigns.Track;
import dev.paddock.reward.ModelReport;
import dev.paddock.reward.ModelReport.OfDegree;
import dev.paddock.reward.ModelReport.OfRound;
import dev.paddock.reward.ModelReport.OnTrack;
import dev.paddock.reward.Tracks;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.training.Evaluation;
import dev.paddock.shared.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes reports of reward models. One that was made lately is given again, as reading all comparisons takes a moment. */
@Service
public class Reports {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST = 100;
    private static final long SEED = 1;
    private static final List<String> DEGREES =
            Stream.of(Degree.values()).map(Words::of).toList();

    private final ScoredComparisons comparisons;
    private final Clock clock;

    private record Asked(String model, @Nullable UUID campaign) {}

    private final Cache<Asked, ModelReport> made =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    Reports(ScoredComparisons comparisons, Clock clock) {
        this.comparisons = comparisons;
        this.clock = clock;
    }

    /**
     * @param heldOutOnly for every model that may have been trained on these comparisons
     * @param campaign whose rounds count as such; null for those of all together
     */
    public ModelReport of(String model, ModelKind kind, boolean heldOutOnly, @Nullable UUID campaign) {
        return made.get(new Asked(model, campaign), _ -> make(model, kind, heldOutOnly, campaign));
    }

    private ModelReport make(String model, ModelKind kind, boolean heldOutOnly, @Nullable UUID campaign) {
        var counted = comparisons.of(model, kind).stream()
                .filter(comparison -> !heldOutOnly || comparison.isHeldOut())
                .toList();
        var own = counted.stream()
                .filter(comparison -> comparison.track() == Tracks.of(kind))
                .toList();
        var tracks = tracks(counted);
        var inRounds = own.stream()
                .filter(comparison -> campaign == null || comparison.campaign().equals(campaign))
                .toList();
        return new ModelReport(
                model,
                clock.instant(),
                heldOutOnly,
                campaign,
                counted.size(),
                tracks,
                tracks.stream()
                        .filter(track -> track.track().equals(Tracks.of(kind).word()))
                        .flatMap(track -> track.degrees().stream())
                        .toList(),
                rounds(inRounds),
                own.size() < 4 ? List.of() : evaluation(own).accuracyByGapQuarter(),
                new Calibration(own).curve(),
                new Spreads(inRounds).all(),
                new Ratings(own).means());
    }

    private static List<OnTrack> tracks(List<ScoredComparison> comparisons) {
        return Stream.of(Track.values())
                .flatMap(track -> {
                    var part = comparisons.stream()
                            .filter(comparison -> comparison.track() == track)
                            .toList();
                    return part.isEmpty() ? Stream.empty() : Stream.of(onTrack(track, part));
                })
                .toList();
    }

    private static OnTrack onTrack(Track track, List<ScoredComparison> comparisons) {
        var evaluation = evaluation(comparisons);
        var interval = evaluation.interval(SEED);
        var lengths = new LengthBias(comparisons);
        return new OnTrack(
                track.word(),
                comparisons.size(),
                evaluation.accuracy(),
                interval.low(),
                interval.high(),
                lengths.lengthOnly(),
                lengths.longerByPeople(),
                lengths.longerByModel(),
                degrees(comparisons));
    }

    private static List<OfDegree> degrees(List<ScoredComparison> comparisons) {
        var rows = new ArrayList<OfDegree>();
        for (var degree : DEGREES) {
            var part = comparisons.stream()
                    .filter(comparison -> comparison.degree().equals(degree))
                    .toList();
            if (!part.isEmpty()) {
                rows.add(of(degree, part));
            }
        }
        return rows;
    }

    private static OfDegree of(String degree, List<ScoredComparison> comparisons) {
        var evaluation = evaluation(comparisons);
        var interval = evaluation.interval(SEED);
        return new OfDegree(degree, comparisons.size(), evaluation.accuracy(), interval.low(), interval.high());
    }

    private static List<OfRound> rounds(List<ScoredComparison> comparisons) {
        return comparisons.stream()
                .collect(Collectors.groupingBy(ScoredComparison::round, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(round -> round(round.getKey(), round.getValue()))
                .toList();
    }

    private static Stream<OfRound> round(int number, List<ScoredComparison> comparisons) {
        return Stream.concat(Stream.of(of(OfRound.ALL, comparisons)), degrees(comparisons).stream())
                .map(row -> new OfRound(number, row.degree(), row.pairs(), row.accuracy(), row.low(), row.high()));
    }

    private static Evaluation evaluation(List<ScoredComparison> comparisons) {
        return new Evaluation(
                comparisons.stream().mapToDouble(ScoredComparison::gap).toArray(),
                comparisons.stream().map(ScoredComparison::root).toList());
    }
}
