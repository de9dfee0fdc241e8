package dev.paddock.shared;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a list that is ordered by time and id goes on. Callers hand the text back as they got it. */
public record Cursor(Instant at, UUID id) {

    private static final Cursor BEFORE_ALL = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private static final Cursor AFTER_ALL = new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    /** For ascending lists: null, the first page's cursor, is before everything. */
    public static Cursor orStart(@Nullable String text) {
        return text == null || text.isEmpty() ? BEFORE_ALL : parse(text);
    }

    /** For descending lists: null, the first page's cursor, is after everything. */
    public static Cursor orEnd(@Nullable String text) {
        return text == null || text.isEmpty() ? AFTER_ALL : parse(text);
    }

    /** For descending lists that are ordered by a number alone. */
    public static int numberOrEnd(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(text);
        } catch (NumberFormatException unreadable) {
            throw notOurs();
        }
    }

    /** For lists that are ordered by something else: the id of the last row shown, null for the first page. */
    public static @Nullable UUID idOrStart(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw notOurs();
        }
    }

    /** For lists that read their cursors themselves. */
    public static InvalidInput notOurs() {
        return new InvalidInput("cursor", "is not one this list gave. Begin without a cursor.");
    }

    /** @throws InvalidInput where no list can have given it */
    public static Instant moment(String micros) {
        var at = Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(AFTER_ALL.at)) {
            throw notOurs();
        }
        return at;
    }

    private static Cursor parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("_", 2);
            return new Cursor(moment(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException unreadable) {
            throw notOurs();
        }
    }

    /** The opaque text of the API and of links. */
    public String text() {
        var plain = ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
