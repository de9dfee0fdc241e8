package dev.paddock.web.reward;

import dev.paddock.campaigns.Track;
import dev.paddock.reward.ModelReport;
import dev.paddock.reward.ModelReport.OfDegree;
import dev.paddock.reward.ModelReport.OfRound;
import dev.paddock.reward.ModelReport.OnTrack;
import dev.paddock.reward.ModelReport.Reliability;
import dev.paddock.web.parts.Bar;
import dev.paddock.web.parts.LineChart;
import dev.paddock.web.parts.LineChart.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as bars and lines.
 *
 * @param tracks those of which it has scored comparisons that count
 * @param degrees with their intervals, track by track
 * @param unscored the other tracks
 * @param rounds all comparisons and those of each degree; null where there are no two rounds
 * @param quarters from the widest gap to the narrowest
 * @param reliability how often it is right, by how sure it is; where it should be stands in the label
 */
public record ReportCharts(
        List<OnTrack> tracks,
        List<Degrees> degrees,
        List<String> unscored,
        @Nullable LineChart rounds,
        List<Bar> quarters,
        List<Bar> reliability) {

    private static final List<String> QUARTERS =
            List.of("widest quarter", "second quarter", "third quarter", "narrowest quarter");

    public record Degrees(String track, List<Bar> bars) {}

    static ReportCharts of(ModelReport report) {
        var quarters = new ArrayList<Bar>();
        for (var i = 0; i < report.gapQuarters().size(); i++) {
            var share = report.gapQuarters().get(i);
            quarters.add(new Bar(QUARTERS.get(i), share / 100, percent(share)));
        }
        var scored = report.tracks().stream().map(OnTrack::track).toList();
        return new ReportCharts(
                report.tracks(),
                report.tracks().stream().map(ReportCharts::degrees).toList(),
                Stream.of(Track.values())
                        .map(Track::word)
                        .filter(track -> !scored.contains(track))
                        .toList(),
                rounds(report.rounds()),
                quarters,
                report.reliability().stream().map(ReportCharts::bar).toList());
    }

    /** How often it is right on a track, in percent; a dash where that is not known. */
    public String accuracy(String track) {
        return tracks.stream()
                .filter(known -> known.track().equals(track))
                .map(known -> String.format(Locale.ROOT, "%.1f", known.accuracy()))
                .findFirst()
                .orElse("–");
    }

    private static Degrees degrees(OnTrack track) {
        return new Degrees(
                track.track(), track.degrees().stream().map(ReportCharts::bar).toList());
    }

    private static @Nullable LineChart rounds(List<OfRound> rows) {
        if (rows.stream().map(OfRound::round).distinct().count() < 2) {
            return null;
        }
        var byDegree =
                rows.stream().collect(Collectors.groupingBy(OfRound::degree, LinkedHashMap::new, Collectors.toList()));
        return LineChart.of(
                "round",
                byDegree.entrySet().stream()
                        .filter(degree -> degree.getValue().size() > 1)
                        .map(degree -> line(degree.getKey(), degree.getValue()))
                        .toList());
    }

    private static Values line(String degree, List<OfRound> rows) {
        return new Values(
                words(degree),
                rows.stream().map(row -> (double) row.round()).toList(),
                rows.stream().map(row -> row.accuracy() / 100).toList());
    }

    private static Bar bar(OfDegree row) {
        return new Bar(
                words(row.degree()) + " (" + row.pairs() + ")",
                row.accuracy() / 100,
                row.low() / 100,
                row.high() / 100,
                percent(row.accuracy()),
                null);
    }

    private static Bar bar(Reliability row) {
        return new Bar(
                "says " + percent(row.predicted()) + " (" + row.pairs() + ")",
                row.observed() / 100,
                percent(row.observed()));
    }

    private static String words(String degree) {
        return degree.replace('-', ' ');
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f %%", value);
    }
}
