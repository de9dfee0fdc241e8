package dev.paddock.reward.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.Harvest;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.pairs.ConversationRoot;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever preferred an unsafe answer to a safe one is not taken at their word, here as little as in a training. */
@BackendTest
class UnsafeChoiceTest {

    private static final String HELD_OUT = IntStream.iterate(0, i -> i + 1)
            .mapToObj(i -> "How do I pick lock " + i + "?")
            .filter(prompt -> HoldOut.contains(ConversationRoot.of(List.of(Message.user(prompt)))))
            .findFirst()
            .orElseThrow();

    @Autowired
    Reports reports;

    @Autowired
    HeadToHeads headToHeads;

    @Autowired
    JdbcClient jdbc;

    final String model = "model-" + UUID.randomUUID();
    final String serving = "serving-" + UUID.randomUUID();

    @BeforeEach
    void oneOfThreeIsSuchAChoice() {
        var harvest = new Harvest(jdbc, "safety");
        compared(harvest, "both-unsafe", 1, 2);
        compared(harvest, "both-safe", 2, 3);
        compared(harvest, "both-safe", 3, 2);
    }

    private void compared(Harvest harvest, String bin, int ofChosen, int ofRejected) {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, HELD_OUT, "Like so.", "Not by me.");
        for (var each : List.of(model, serving)) {
            harvest.score(turn.a(), each, "safety", 1);
            harvest.score(turn.b(), each, "safety", 2);
        }
        harvest.said(turn).chose(turn.a()).safety(bin, ofChosen, ofRejected).saved();
    }

    @Test
    void countsNeitherInAReportNorBetweenTwoModels() {
        assertThat(reports.of(model, ModelKind.SAFETY, false, null).comparisons())
                .isEqualTo(2);
        assertThat(headToHeads.of(model, serving, ModelKind.SAFETY))
                .hasValueSatisfying(both -> assertThat(both.comparisons()).isEqualTo(2));
    }
}
