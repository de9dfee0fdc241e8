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
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Makes reports of reward models. One that was made lately is given again, as reading all comparisons takes a moment. */
@Service
public class Reports {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST = 100;
    private static final long SEED = 1;
    private static final List<String> DEGREES =
            Stream.of(Degree.values()).map(Words::of).toList();

    private final Verdicts verdicts;
    private final Clock clock;
    private final Cache<String, ModelReport> made =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    Reports(Verdicts verdicts, Clock clock) {
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /** @param heldOutOnly for every model that may have been trained on these comparisons */
    public ModelReport of(String model, ModelKind kind, boolean heldOutOnly) {
        return made.get(model, _ -> make(model, kind, heldOutOnly));
    }

    private ModelReport make(String model, ModelKind kind, boolean heldOutOnly) {
        var counted = verdicts.of(model, kind).stream()
                .filter(verdict -> !heldOutOnly || verdict.isHeldOut())
                .toList();
        var own = counted.stream()
                .filter(verdict -> verdict.track() == Tracks.of(kind))
                .toList();
        return new ModelReport(
                model,
                clock.instant(),
                heldOutOnly,
                counted.size(),
                tracks(counted),
                degrees(own),
                rounds(own),
                own.size() < 4 ? List.of() : evaluation(own).accuracyByGapQuarter(),
                new Calibration(own).curve(),
                new Spreads(own).all(),
                new Ratings(own).means());
    }

    private static List<OnTrack> tracks(List<Verdict> verdicts) {
        return Stream.of(Track.values())
                .flatMap(track -> {
                    var part = verdicts.stream()
                            .filter(verdict -> verdict.track() == track)
                            .toList();
                    return part.isEmpty() ? Stream.empty() : Stream.of(onTrack(track, part));
                })
                .toList();
    }

    private static OnTrack onTrack(Track track, List<Verdict> verdicts) {
        var evaluation = evaluation(verdicts);
        var interval = evaluation.interval(SEED);
        var lengths = new LengthBias(verdicts);
        return new OnTrack(
                track.word(),
                verdicts.size(),
                evaluation.accuracy(),
                interval.low(),
                interval.high(),
                lengths.lengthOnly(),
                lengths.longerByPeople(),
                lengths.longerByModel());
    }

    private static List<OfDegree> degrees(List<Verdict> verdicts) {
        var rows = new ArrayList<OfDegree>();
        for (var degree : DEGREES) {
            var part = verdicts.stream()
                    .filter(verdict -> verdict.degree().equals(degree))
                    .toList();
            if (!part.isEmpty()) {
                var interval = evaluation(part).interval(SEED);
                rows.add(new OfDegree(
                        degree, part.size(), evaluation(part).accuracy(), interval.low(), interval.high()));
            }
        }
        return rows;
    }

    private static List<OfRound> rounds(List<Verdict> verdicts) {
        var rows = new ArrayList<OfRound>();
        for (var round :
                verdicts.stream().map(Verdict::round).distinct().sorted().toList()) {
            for (var degree : DEGREES) {
                var part = verdicts.stream()
                        .filter(verdict ->
                                verdict.round() == round && verdict.degree().equals(degree))
                        .toList();
                if (!part.isEmpty()) {
                    rows.add(new OfRound(
                            round, degree, part.size(), evaluation(part).accuracy()));
                }
            }
        }
        return rows;
    }

    private static Evaluation evaluation(List<Verdict> verdicts) {
        return new Evaluation(
                verdicts.stream().mapToDouble(Verdict::gap).toArray(),
                verdicts.stream().map(Verdict::root).toList());
    }
}
