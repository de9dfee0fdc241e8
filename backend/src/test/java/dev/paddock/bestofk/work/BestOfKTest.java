package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.RankedSample;
import dev.paddock.bestofk.curves.Curve;
import dev.paddock.shared.JobState;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class BestOfKTest extends RunWorld {

    @Test
    void samplesRanksAndDrawsTheCurves() {
        var run = done(wish(3, 1.2, 0.6));

        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.DONE);
        assertThat(run.helpfulnessModel()).isEqualTo("likes-long");
        assertThat(run.safetyModel()).isNull();
        assertThat(run.temperatures()).containsExactly(0.6, 1.2);
        var samples = samples(run);
        assertThat(samples).extracting(RankedSample::place).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(samples)
                .extracting(RankedSample::prompt)
                .containsExactlyElementsOf(java.util.stream.Stream.concat(
                                Collections.nCopies(6, first.id()).stream(),
                                Collections.nCopies(6, second.id()).stream())
                        .toList());
        assertThat(samples)
                .extracting(sample -> sample.provenance().temperature())
                .containsExactly(0.6, 0.6, 0.6, 1.2, 1.2, 1.2, 0.6, 0.6, 0.6, 1.2, 1.2, 1.2);
        assertThat(samples).allSatisfy(sample -> {
            assertThat(sample.finished()).isTrue();
            assertThat(sample.text()).startsWith("the ");
            assertThat(sample.helpfulness()).isEqualTo(sample.text().length() / 50.0 - 2);
            assertThat(sample.reward()).isCloseTo(sigmoid(sample.text().length() / 50.0 - 2), within(1e-12));
            assertThat(sample.provenance().promptSha256()).hasSize(64);
            assertThat(sample.provenance().variantRevision()).isEqualTo(run.revision());
            assertThat(sample.outcome().modelReported()).isEqualTo("babbler-1");
            assertThat(sample.outcome().completionTokens()).isPositive();
            assertThat(sample.outcome().finishedAt()).isNotNull();
        });
        assertThat(samples).extracting(sample -> sample.provenance().seed()).doesNotHaveDuplicates();
        assertRanked(samples);
        assertCurves(run, samples);
    }

    private static void assertRanked(List<RankedSample> samples) {
        var groups = samples.stream()
                .collect(Collectors.groupingBy(
                        sample -> sample.prompt() + " " + sample.provenance().temperature()));
        assertThat(groups).hasSize(4);
        assertThat(groups.values()).allSatisfy(group -> {
            assertThat(group).extracting(RankedSample::rank).containsExactlyInAnyOrder(1, 2, 3);
            for (var one : group) {
                for (var other : group) {
                    if (one.text().length() > other.text().length()) {
                        assertThat(one.rank()).isLessThan(other.rank());
                    }
                }
            }
        });
    }

    /** The largest of all three is what the best of three is, of one the mean. */
    private void assertCurves(BestOfKRun run, List<RankedSample> samples) {
        var curves = runs.curves(olive, run.id());
        assertThat(curves).extracting(Curve::temperature).containsExactly(0.6, 1.2);
        for (var curve : curves) {
            var rewards = samples.stream()
                    .filter(sample -> Objects.equals(sample.provenance().temperature(), curve.temperature()))
                    .toList();
            var best = rewards.stream()
                    .filter(sample -> Objects.equals(sample.rank(), 1))
                    .mapToDouble(RankedSample::reward)
                    .average()
                    .orElseThrow();
            var mean =
                    rewards.stream().mapToDouble(RankedSample::reward).average().orElseThrow();
            assertThat(curve.points()).extracting(Curve.Point::n).containsExactly(1, 2, 3);
            assertThat(curve.points()).extracting(Curve.Point::prompts).containsOnly(2);
            assertThat(curve.points().getFirst().maximum().mean()).isCloseTo(mean, within(1e-9));
            assertThat(curve.points().getLast().maximum().mean()).isCloseTo(best, within(1e-9));
        }
    }

    @Test
    void theSameSeedAsksForTheSameSamples() {
        var once = samples(done(wish(3, 0.9)));
        var again = samples(done(wish(3, 0.9)));

        assertThat(again)
                .extracting(RankedSample::text)
                .containsExactlyElementsOf(once.stream().map(RankedSample::text).toList());
    }

    @Test
    void whatIsOnRecordStaysAsItWas() {
        var run = done(wish(2, 1.0));

        for (var table : List.of("best_of_k_sample", "best_of_k_rank")) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + table + " where run_id = ?")
                            .param(run.id())
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("stay on record");
        }
    }
}
