package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.NotScorable;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Samples that a model never takes, and samples at which the process stopped. */
class UnscorableSamplesTest extends ScoredWorld {

    volatile boolean stopping;
    final FakeRewardModel picky = new FakeRewardModel(ModelKind.HELPFULNESS, this::score);

    private double score(String answer) {
        if (stopping && answer.equals("Fine.")) {
            throw new CancellationException("Nobody waits for this score any more.");
        }
        if (answer.startsWith("Too long")) {
            throw new NotScorable("This one is too long.");
        }
        return answer.length();
    }

    @BeforeEach
    void serve() {
        serve(ModelKind.HELPFULNESS, "picky-" + UUID.randomUUID(), picky);
    }

    private List<String> asked() {
        return picky.asked.stream()
                .map(conversation -> conversation.getLast().content())
                .toList();
    }

    @Test
    void oneThatTheModelNeverTakesIsAskedForOnceByWhicheverProcess() {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "Too long.", "Fine.");

        lookAtAll();
        lookAtAll();

        assertThat(samples.scores(List.of(turn.a(), turn.b()))).containsOnlyKeys(turn.b());
        assertThat(asked()).containsExactlyInAnyOrder("Too long.", "Fine.");
    }

    @Test
    void anotherModelIsAskedForIt() {
        harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "Too long for one.", "Fine.");
        lookAtAll();
        var other = new FakeRewardModel(ModelKind.HELPFULNESS);

        models.serve(ModelKind.HELPFULNESS, new Standing.Serving("other-" + UUID.randomUUID(), other));
        lookAtAll();

        assertThat(other.asked)
                .extracting(conversation -> conversation.getLast().content())
                .contains("Too long for one.");
    }

    @Test
    void oneAtWhichTheProcessStopsIsNotTakenForOneThatFails() {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "Good.", "Fine.");
        stopping = true;

        assertThatThrownBy(this::lookAtAll).isInstanceOf(CancellationException.class);

        stopping = false;
        lookAtAll();
        assertThat(samples.scores(List.of(turn.a(), turn.b()))).containsOnlyKeys(turn.a(), turn.b());
    }

    /** Each look at a model asks how many there are: that must not read those of all models. */
    @Test
    void areFoundByTheirModel() {
        assertThat(jdbc.sql("""
                                select first.attname from pg_index key
                                  join pg_attribute first on first.attrelid = key.indrelid and first.attnum = key.indkey[0]
                                 where key.indrelid = 'unscorable'::regclass
                                """).query(String.class).list()).contains("reward_model");
    }
}
