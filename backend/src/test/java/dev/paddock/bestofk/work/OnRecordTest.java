package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.paddock.bestofk.Place;
import dev.paddock.bestofk.RankedSample;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.samples.SoloAnswer;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

class OnRecordTest extends RunWorld {

    @Autowired
    SampleTable table;

    @Test
    void ofEqualSamplesTheEarlierOneRanksFirst() {
        rewards.serve(ModelKind.HELPFULNESS, "likes-all", _ -> 0.5);

        var run = done(wish(5, 0.7, 1.1));

        assertThat(samples(run)).extracting(RankedSample::rank).containsExactlyElementsOf(ranksByPlace(4));
        assertThat(runs.samples(olive, run.id(), 1, null, 200).rows())
                .extracting(RankedSample::place)
                .containsExactly(0, 5, 10, 15);
    }

    private static List<Integer> ranksByPlace(int groups) {
        return IntStream.range(0, groups * 5).mapToObj(place -> place % 5 + 1).toList();
    }

    @Test
    void scoresStayAsTheyWere() {
        var run = done(wish(2, 1.0));

        for (var change : List.of("delete from best_of_k_score score", "update best_of_k_score score set value = 9")) {
            assertThatThrownBy(() -> jdbc.sql(
                                    change + " where sample_id in (select id from best_of_k_sample where run_id = ?)")
                            .param(run.id())
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("stay on record");
        }
    }

    @Test
    void eachScoreSaysWhatGaveItAndHowLongThatTook() {
        var samples = samples(done(wish(3, 1.0)));

        assertThat(samples).hasSize(6).allSatisfy(sample -> {
            var by = Objects.requireNonNull(sample.helpfulnessBy());
            assertThat(by.model()).isEqualTo("likes-long");
            assertThat(by.provider()).isEqualTo("cpu");
            assertThat(by.precision()).isEqualTo("fp32");
            assertThat(by.micros()).isEqualTo(7);
            assertThat(sample.safetyBy()).isNull();
        });
    }

    @Test
    void theServerIsAskedWithTheTemperaturesAndSeedsThatAreOnRecord() {
        var run = done(wish(3, 0.6, 1.2));

        assertThat(server.requests())
                .extracting(
                        body -> body.path("temperature").asDouble(),
                        body -> body.path("seed").asLong())
                .containsExactlyInAnyOrderElementsOf(
                        samples(run).stream().map(OnRecordTest::asked).toList());
    }

    private static Tuple asked(RankedSample sample) {
        return tuple(sample.provenance().temperature(), sample.provenance().seed());
    }

    @Test
    void aFormerOwnerAddsNothing() {
        var like = samples(done(wish(1, 1.0))).getFirst();
        var answer = new SoloAnswer(true, "", "Late.", like.provenance(), like.outcome());
        var run = runs.start(olive, wish(1, 1.0));
        var place = Place.of(run, 0);
        assertThat(table.add(run, "present", place, answer)).as("nobody's yet").isFalse();
        jdbc.sql("update best_of_k_run set state = 'running', owner = 'present', alive_at = now() where id = ?")
                .param(run.id())
                .update();

        assertThat(table.add(run, "former", place, answer)).isFalse();
        assertThat(samples(run)).isEmpty();

        assertThat(table.add(run, "present", place, answer)).isTrue();
        assertThat(samples(run)).hasSize(1);

        runs.cancel(olive, run.id());
        assertThat(table.add(run, "present", Place.of(run, 1), answer)).isFalse();
        assertThat(samples(run)).hasSize(1);
    }
}
