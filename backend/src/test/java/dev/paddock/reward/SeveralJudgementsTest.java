package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.Harvest;
import dev.paddock.Harvest.Turn;
import dev.paddock.Questions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A model gives one gap to a pair, whoever judged it: three people's judgements of a few answers are no hundred pairs. */
class SeveralJudgementsTest extends DefaultWorld {

    @Autowired
    Promotions promotions;

    Harvest harvest;
    String serves;
    String uploaded;

    @BeforeEach
    void uploaded() {
        harvest = new Harvest(jdbc, "safety");
        serves = running();
        uploaded = registerAnother();
    }

    /** Each by three people, of whom one took the other answer. */
    private void judged(int pairs) {
        var people = Stream.of("ada", "mary", "rita").map(harvest::person).toList();
        Questions.heldOut("question number", pairs).forEach(question -> judged(question, people));
    }

    private void judged(String question, List<UUID> people) {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, question, "No.", "Yes.");
        scored(turn, uploaded);
        scored(turn, serves);
        harvest.said(turn).by(people.get(0)).chose(turn.a()).saved();
        harvest.said(turn).by(people.get(1)).chose(turn.a()).saved();
        harvest.said(turn).by(people.get(2)).chose(turn.b()).saved();
    }

    private void scored(Turn turn, String model) {
        harvest.score(turn.a(), model, "safety", 1);
        harvest.score(turn.b(), model, "safety", 0);
    }

    @Test
    void ofFewConversationsSayTooLittle() {
        judged(34);

        assertThatThrownBy(() -> promotions.promote(grace, uploaded, ""))
                .isInstanceOf(NotMeasured.class)
                .hasMessageContaining("On 102 held-out comparisons of 34 conversations it is right in 66.7 %")
                .hasMessageContaining("Fewer than 100 conversations say too little");
        assertThat(state(uploaded)).isEqualTo(ModelState.CANDIDATE);
    }

    @Test
    void ofAHundredPairsOfOneConversationSayTooLittle() {
        var people = Stream.of("ada", "mary", "rita").map(harvest::person).toList();
        var question = Questions.heldOut("question number", 1).getFirst();
        for (var i = 0; i < 100; i++) {
            judged(question, people);
        }

        assertThatThrownBy(() -> promotions.promote(grace, uploaded, ""))
                .isInstanceOf(NotMeasured.class)
                .hasMessageContaining("On 10 held-out comparisons of 1 conversations");
    }

    @Test
    void ofAHundredConversationsSayEnough() {
        judged(100);

        promotions.promote(grace, uploaded, "");

        assertThat(state(uploaded)).isEqualTo(ModelState.SERVING);
    }
}
