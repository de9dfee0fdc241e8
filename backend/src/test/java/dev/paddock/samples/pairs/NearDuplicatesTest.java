package dev.paddock.samples.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearDuplicatesTest {

    private static final String LONG =
            "The herd walks up the hill every morning and comes back to the river when the sun is low. ".repeat(1)
                    + "One of them stays behind at the gate, looks at the farmer, and waits until he opens it before it follows the others.";

    @Test
    void whiteSpaceAndUnicodeFormsMakeNoDifference() {
        assertThat(NearDuplicates.alike("A caf\u00e9  by\nthe river.", "A cafe\u0301 by the river. "))
                .isTrue();
    }

    @Test
    void oneWordMoreAtTheEndOfALongAnswerMakesNone() {
        assertThat(NearDuplicates.alike(LONG, LONG + " Slowly.")).isTrue();
    }

    @Test
    void aSharedBeginningDoes() {
        assertThat(NearDuplicates.alike(
                        LONG, LONG.substring(0, 90) + "Then everything is different and no sentence is the same."))
                .isFalse();
    }

    @Test
    void differentShortAnswersAreDifferent() {
        assertThat(NearDuplicates.alike("Yes.", "No.")).isFalse();
        assertThat(NearDuplicates.alike("Yes it is.", "No it is not.")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "Yes.", "ok", "\u200b"})
    void isHardlyAnAnswer(String text) {
        assertThat(NearDuplicates.isTooShort(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yes, sure", "是的，可以", "It is 4."})
    void isAnAnswer(String text) {
        assertThat(NearDuplicates.isTooShort(text)).isFalse();
    }
}
