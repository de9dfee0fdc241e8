package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.shared.InvalidInput;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A reason that nobody can read is none: it opens no gate. */
class InvisibleReasonTest extends DefaultWorld {

    @Autowired
    Promotions promotions;

    String other;

    @BeforeEach
    void another() {
        other = registerAnother();
    }

    @Test
    void isRefused() {
        Stream.of("\u200b", " \u200d\u00ad ", "\u3164", "\u2800\ufe0f", "\u00a0", "\u0301", "\udb40\udc41")
                .forEach(reason ->
                        refused(reason, "must have something in it that can be seen; leave it out to give none"));
    }

    @Test
    void whatCannotBeKeptIsToldByItsField() {
        Stream.of("good\u0000enough", "\u0000", "a\u001bb", "half \ud83d").forEach(reason -> refused(reason, "holds "));
    }

    private void refused(String reason, String why) {
        assertThatThrownBy(() -> promotions.promote(grace, other, reason))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused ->
                                assertThat(refused.faults().getFirst().field()).isEqualTo("reason"))
                .hasMessageContaining(why);
        assertThat(state(other)).isEqualTo(ModelState.CANDIDATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\u043e\u043a", "\ud83d\udc4d\ud83c\udffd", "\u826f", "!"})
    void anythingElseIsOne(String reason) {
        promotions.promote(grace, other, reason);

        assertThat(state(other)).isEqualTo(ModelState.SERVING);
    }
}
