package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.shared.InvalidInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Why a model serves all the same is kept for ever, so it may not be of any length. */
class PromotionReasonTest extends DefaultWorld {

    @Autowired
    Promotions promotions;

    String other;

    @BeforeEach
    void another() {
        other = registerAnother();
    }

    @Test
    void isKeptWhereItHasFiveHundredCharacters() {
        var reason = "because ".repeat(62) + "so";

        promotions.promote(grace, other, "  " + reason + " ".repeat(600));

        assertThat(promotionOf(other)).startsWith("was candidate").contains(reason);
    }

    @Test
    void isRefusedWhereItHasMore() {

        assertThatThrownBy(() -> promotions.promote(grace, other, "x".repeat(501)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused ->
                                assertThat(refused.faults().getFirst().field()).isEqualTo("reason"))
                .hasMessageContaining("is longer than 500 characters");
        assertThat(state(other)).isEqualTo(ModelState.CANDIDATE);
    }
}
