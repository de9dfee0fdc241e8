package dev.paddock.reward;

import dev.paddock.shared.Cursor;
import dev.paddock.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** Where the list of reward models goes on: at the place that a model had when it was shown, whatever has become of it since. */
record Place(String kind, String state, Instant createdAt, String name) {

    private static final Place BEFORE_ALL =
            new Place("", ModelState.SERVING.word(), Instant.parse("9999-12-31T23:59:59Z"), "");

    static Place of(RegisteredModel model) {
        return new Place(model.kind().label(), model.state().word(), model.createdAt(), model.name());
    }

    /** @throws dev.paddock.shared.InvalidInput where the list gave no such cursor */
    static Place orStart(String cursor) {
        if (cursor.isEmpty()) {
            return BEFORE_ALL;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = Texts.storable(plain).split("_", 4);
            return new Place(parts[0], parts[1], Cursor.moment(parts[2]), parts[3]);
        } catch (RuntimeException unreadable) {
            throw Cursor.notOurs();
        }
    }

    String text() {
        var plain =
                String.join("_", kind, state, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt)), name);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
