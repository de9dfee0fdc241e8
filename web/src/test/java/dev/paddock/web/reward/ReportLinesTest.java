package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.reward.ModelReport;
import dev.paddock.reward.ModelReport.OfRound;
import dev.paddock.web.parts.LineChart.Line;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The chart of a report's rounds. */
class ReportLinesTest {

    private static OfRound said(int round, String degree) {
        return new OfRound(round, degree, 10, 50 + round, 40, 70);
    }

    private static List<Line> lines(OfRound... rounds) {
        var report = new ModelReport(
                "model",
                Instant.EPOCH,
                false,
                null,
                10,
                List.of(),
                List.of(),
                List.of(rounds),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return Objects.requireNonNull(ReportCharts.of(report).rounds()).lines();
    }

    /** The first comparison of a new round must not take away the lines of all degrees but its own. */
    @Test
    void aDegreeThatNobodyHasUsedInTheLastRoundYetKeepsItsLine() {
        var lines = lines(
                said(1, "all"),
                said(1, "better"),
                said(1, "slightly-better"),
                said(2, "all"),
                said(2, "better"),
                said(2, "slightly-better"),
                said(3, "all"),
                said(3, "better"));

        assertThat(lines).extracting(Line::label).containsExactly("all", "better", "slightly better");
        assertThat(lines).extracting(Line::endsEarly).containsExactly(false, false, true);
    }

    @Test
    void aDegreeOfOneRoundHasNone() {
        assertThat(lines(said(1, "all"), said(2, "all"), said(2, "better")))
                .extracting(Line::label)
                .containsExactly("all");
    }
}
