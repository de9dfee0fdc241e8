package dev.paddock.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.shared.InvalidInput;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void keepsBcryptOnly() {
        var hash = passwords.hash(Cast.PASSWORD);

        assertThat(hash).startsWith("{bcrypt}$2a$11$").doesNotContain(Cast.PASSWORD);
        assertThat(passwords.matches(Cast.PASSWORD, hash)).isTrue();
        assertThat(passwords.matches(Cast.PASSWORD + "!", hash)).isFalse();
        assertThat(passwords.matches(null, hash)).isFalse();
        assertThat(passwords.matches("", null)).isFalse();
    }

    @Test
    void wantsTwelveCharactersAndSaysSo() {
        assertThatThrownBy(() -> passwords.hash("eleven char"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("at least 12 characters");
        assertThat(passwords.hash("twelve chars")).isNotBlank();
    }

    @Test
    void wantsMoreThanAFewCharactersRepeated() {
        assertThatThrownBy(() -> passwords.hash("abcdabcdabcdabcd")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void cutsNothingOffInSilence() {
        assertThatThrownBy(() -> passwords.hash("abcdefgh".repeat(9) + "!")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> passwords.hash("äöüßéè".repeat(7)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("72 bytes");
        assertThat(passwords.matches("abcdefgh".repeat(9) + "!", passwords.hash("abcdefgh".repeat(9))))
                .isFalse();
    }
}
