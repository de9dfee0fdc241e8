package dev.paddock.prompts;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a UTF-8 file: ended by LF or CRLF and by nothing else, so that U+2028 inside a text stays inside. */
final class Lines {

    /** @param fault why there is no text; the text is empty then */
    record Line(long number, String text, @Nullable String fault) {}

    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long number;
    private boolean ended;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Null at the end. */
    @Nullable
    Line next() throws IOException {
        if (ended) {
            return null;
        }
        number++;
        try {
            return read();
        } catch (Capped.TooLong tooLong) {
            ended = true;
            return new Line(number, "", tooLong.reason());
        }
    }

    private @Nullable Line read() throws IOException {
        bytes.reset();
        int length = 0;
        int next;
        while ((next = in.read()) != -1 && next != '\n') {
            if (length++ < Records.LONGEST_LINE) {
                bytes.write(next);
            }
        }
        ended = next == -1;
        if (ended && length == 0) {
            return null;
        }
        return length > Records.LONGEST_LINE ? new Line(number, "", "is longer than 1 MB") : decoded();
    }

    private Line decoded() {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            return new Line(number, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, null);
        } catch (CharacterCodingException broken) {
            return new Line(number, "", "is not UTF-8. Save the file as UTF-8");
        }
    }
}
