package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where the database does not give the comparisons, whoever wants another model in a hurry gets it for a reason. */
class UnreadComparisonsTest extends DefaultWorld {

    @Autowired
    Promotions promotions;

    String other;

    @BeforeEach
    void hidden() {
        other = registerAnother();
        jdbc.sql("alter table comparison rename column revises to hidden").update();
    }

    @AfterEach
    void backAgain() {
        jdbc.sql("alter table comparison rename column hidden to revises").update();
    }

    @Test
    void whoLooksBeforeReadsThatTheyCannotBeRead() {
        assertThat(promotions.finding(grace, other).against())
                .isInstanceOf(NotMeasured.class)
                .hasMessageContaining("cannot be read just now");
        assertThat(models.headToHead(grace, other)).isEmpty();
    }

    @Test
    void aReasonIsAskedForAndIsEnough() {
        assertThatThrownBy(() -> promotions.promote(grace, other, ""))
                .isInstanceOf(NotMeasured.class)
                .hasMessageContaining("cannot be read just now")
                .hasMessageContaining("give a reason");
        assertThat(state(other)).isEqualTo(ModelState.CANDIDATE);

        promotions.promote(grace, other, "the one that serves is broken");

        assertThat(state(other)).isEqualTo(ModelState.SERVING);
    }
}
