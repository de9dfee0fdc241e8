package dev.paddock.web.reward;

import dev.paddock.reward.ModelReport;
import dev.paddock.reward.ModelReport.OfDegree;
import dev.paddock.reward.ModelReport.Reliability;
import dev.paddock.web.parts.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report as bars.
 *
 * @param degrees with their intervals
 * @param quarters from the widest gap to the narrowest
 * @param reliability how often it is right, by how sure it is; where it should be stands in the label
 */
public record ReportCharts(List<Bar> degrees, List<Bar> quarters, List<Bar> reliability) {

    private static final List<String> QUARTERS =
            List.of("widest quarter", "second quarter", "third quarter", "narrowest quarter");

    static ReportCharts of(ModelReport report) {
        var quarters = new ArrayList<Bar>();
        for (var i = 0; i < report.gapQuarters().size(); i++) {
            var share = report.gapQuarters().get(i);
            quarters.add(new Bar(QUARTERS.get(i), share / 100, percent(share)));
        }
        return new ReportCharts(
                report.degrees().stream().map(ReportCharts::bar).toList(),
                quarters,
                report.reliability().stream().map(ReportCharts::bar).toList());
    }

    private static Bar bar(OfDegree row) {
        return new Bar(
                row.degree().replace('-', ' ') + " (" + row.pairs() + ")",
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

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f %%", value);
    }
}
