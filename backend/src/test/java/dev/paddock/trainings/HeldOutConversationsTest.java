package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Questions;
import org.junit.jupiter.api.Test;

/** A training counts the pairs that it is judged on as well as what people said of them. */
class HeldOutConversationsTest extends MeasuredWorld {

    private void judgedByTwo() {
        var prompt = Questions.heldOut("Tell me about another subject", 1).getFirst();
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, prompt, "A fish.", "A well documented dish.");
        harvest.said(turn).chose(turn.a()).saved();
        harvest.said(turn).by(harvest.person("mary")).chose(turn.b()).saved();
    }

    @Test
    void oneThatTwoPeopleJudgedIsOne() {
        judgedByTwo();
        serves(String::length);

        var run = trained();

        assertThat(report(run).heldOut()).isEqualTo(HELD_OUT + 2);
        assertThat(jdbc.sql("select report ->> 'heldOutConversations' from training where id = ?")
                        .param(run.id())
                        .query(String.class)
                        .single())
                .isEqualTo(Integer.toString(HELD_OUT + 1));
    }
}
