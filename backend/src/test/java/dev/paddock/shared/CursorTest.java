package dev.paddock.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final UUID ID = new UUID(1, 2);

    @Test
    void isReadAsItWasWritten() {
        var cursor = new Cursor(Instant.parse("2026-03-01T01:02:03.000004Z"), ID);

        assertThat(Cursor.orStart(cursor.text())).isEqualTo(cursor);
    }

    /** A database refuses such years. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -9_000_000_000_000_000_000L, -1, 9_000_000_000_000_000_000L, Long.MAX_VALUE})
    void momentsThatNoListGaveAreRefused(long micros) {
        var made = Base64.getUrlEncoder().encodeToString((micros + "_" + ID).getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> Cursor.orStart(made))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("is not one this list gave");
    }
}
