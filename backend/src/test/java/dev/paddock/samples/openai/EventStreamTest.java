package dev.paddock.samples.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void readsEventsWhateverEndsALine(String end) throws IOException {
        var text = String.join(
                end,
                ": comment",
                "event: x",
                "data: one",
                "",
                "data:two",
                "data:  three",
                "",
                "",
                "id: 7",
                "data: four");

        assertThat(all(text)).containsExactly("one", "two\n three", "four");
    }

    @Test
    void keepsEveryCharacterWhole() throws IOException {
        assertThat(all("data: \u00fcber \ud83e\udd99\n\n")).containsExactly("\u00fcber \ud83e\udd99");
    }

    @Test
    void endsAtItsBound() {
        var stream = new EventStream(new ByteArrayInputStream("data: far too much\n\n".getBytes(UTF_8)), 10);

        assertThatThrownBy(stream::next).isInstanceOf(EventStream.Overflow.class);
    }

    private static List<String> all(String text) throws IOException {
        var stream = new EventStream(new ByteArrayInputStream(text.getBytes(UTF_8)), 1_000);
        var events = new ArrayList<String>();
        for (var event = stream.next(); event != null; event = stream.next()) {
            events.add(event);
        }
        return events;
    }
}
