package dev.paddock.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is the sea salty?",
                "  is  the\tsea salty?\n",
                "IS THE SEA SALTY?",
                "Is the\u00a0sea\u2028salty?",
                "Is the sea ｓａｌｔｙ？"
            })
    void isTheSameWhenOnlyCaseWidthOrSpaceDiffers(String text) {
        assertThat(opening(text).fingerprint())
                .isEqualTo(opening("Is the sea salty?").fingerprint());
    }

    @Test
    void anotherSystemTextMakesAnotherPrompt() {
        var pirate = new Opening("Hello", "You are a pirate.", "", "", null, null);

        assertThat(pirate.fingerprint()).isNotEqualTo(opening("Hello").fingerprint());
    }

    @Test
    void theBorderBetweenSystemAndTextCounts() {
        assertThat(new Opening("b c", "a", "", "", null, null).fingerprint())
                .isNotEqualTo(new Opening("c", "a b", "", "", null, null).fingerprint());
    }

    @Test
    void keepsTheTextAsItWasWrittenExceptForItsLineEnds() {
        assertThat(opening("One\r\nTwo\rThree  ").text()).isEqualTo("One\nTwo\nThree");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n", "a\0b", "\u001b[31mred", "half \ud83d a smile"})
    void refusesWhatCannotBeKeptOrAsked(String text) {
        assertThatThrownBy(() -> opening(text)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesMoreThanTwentyThousandCharacters() {
        assertThat(opening("x".repeat(20_000)).text()).hasSize(20_000);
        assertThatThrownBy(() -> opening("x".repeat(20_001))).hasMessageContaining("20000");
    }

    private static Opening opening(String text) {
        return new Opening(text, "", "", "", null, null);
    }
}
