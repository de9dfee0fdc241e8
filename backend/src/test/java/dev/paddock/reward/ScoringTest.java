package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class ScoringTest extends ScoredWorld {

    @Autowired
    Backlog backlog;

    @Autowired
    TransactionTemplate transactions;

    final String name = "fake-" + UUID.randomUUID();
    final FakeRewardModel model = new FakeRewardModel(ModelKind.HELPFULNESS);
    Scoring scoring;

    @BeforeEach
    void serve() {
        serve(ModelKind.HELPFULNESS, name, model);
        scoring = new Looks(beans).scoring;
    }

    @Test
    void scoresEachFinishedSampleOnce() {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "A long answer.", "Short.");

        scoreAll();
        scoreAll();

        assertThat(model.asked).hasSize(2);
        var scores = samples.scores(List.of(turn.a(), turn.b()));
        assertThat(scores.get(turn.a())).singleElement().satisfies(score -> {
            assertThat(score.rewardModel()).isEqualTo(name);
            assertThat(score.kind()).isEqualTo("helpfulness");
            assertThat(score.provider()).isEqualTo("cpu");
            assertThat(score.precision()).isEqualTo("fp32");
            assertThat(score.value()).isEqualTo(14);
            assertThat(score.micros()).isEqualTo(7);
        });
        assertThat(scores.get(turn.b()))
                .singleElement()
                .satisfies(score -> assertThat(score.value()).isEqualTo(6));
    }

    @Test
    void givesTheModelTheWholeDialogue() {
        var conversation = harvest.conversation(null, "Be kind.", null);
        harvest.context(conversation, 0, "user", "one");
        harvest.context(conversation, 1, "assistant", "two");
        var first = harvest.turn(conversation, 1, "three", "four", "not four");
        harvest.wentOnFrom(first, first.a());
        harvest.turn(conversation, 2, "five", "six", "seven");

        scoreAll();

        assertThat(model.asked)
                .contains(List.of(
                        Message.system("Be kind."),
                        Message.user("one"),
                        Message.assistant("two"),
                        Message.user("three"),
                        Message.assistant("four"),
                        Message.user("five"),
                        Message.assistant("six")));
    }

    @Test
    void oneSampleThatCannotBeScoredHoldsUpNoOther() {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "poison", "Fine.");

        scoreAll();

        assertThat(samples.scores(List.of(turn.a(), turn.b()))).containsOnlyKeys(turn.b());
    }

    @Test
    void whatFailedForAReasonOfTheMachineIsTriedAgain() {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "poison", "Fine.");
        scoreAll();

        model.poisoned = false;
        scoreAll();

        assertThat(samples.scores(List.of(turn.a(), turn.b()))).containsOnlyKeys(turn.a(), turn.b());
    }

    @Test
    void twoProcessesShareTheWork() throws Exception {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "Here.", "There.");
        var taken = new CountDownLatch(1);
        var looked = new CountDownLatch(1);
        var other = Thread.ofVirtual()
                .start(() -> transactions.executeWithoutResult(_ -> {
                    backlog.take(name, Mark.generatedSince(Instant.EPOCH), List.of(), 1);
                    taken.countDown();
                    await(looked);
                }));
        taken.await(10, TimeUnit.SECONDS);

        var left = transactions.execute(_ -> backlog.take(name, Mark.generatedSince(Instant.EPOCH), List.of(), 10));
        looked.countDown();
        other.join();

        assertThat(left).extracting(Unscored::sample).hasSize(1).isSubsetOf(turn.a(), turn.b());
    }

    @Test
    void anAnswerNeedNotWaitForTheScorer() throws Exception {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "Here.", "There.");

        transactions.executeWithoutResult(_ -> {
            assertThat(backlog.take(name, Mark.generatedSince(Instant.EPOCH), List.of(), 10))
                    .hasSize(2);
            var saved = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> {
                harvest.said(turn).saved();
                saved.countDown();
            });
            assertThat(await(saved)).isTrue();
        });
    }

    private void scoreAll() {
        for (var from : List.of(Mark.generatedSince(Instant.EPOCH), Mark.importedSince(Instant.EPOCH))) {
            var mark = Optional.of(from);
            while (mark.isPresent()) {
                var after = mark.get();
                mark = Objects.requireNonNull(transactions.execute(
                                _ -> scoring.scoreSome(scoring.models().getFirst(), after)))
                        .mark();
            }
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
