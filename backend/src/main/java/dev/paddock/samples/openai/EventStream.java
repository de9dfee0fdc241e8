package dev.paddock.samples.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the data of server-sent events (WHATWG HTML, §9.2), up to a bound on bytes. */
final class EventStream {

    private final InputStream in;
    private long left;
    private boolean afterReturn;

    EventStream(InputStream in, long bytes) {
        this.in = new BufferedInputStream(in);
        this.left = bytes;
    }

    /**
     * The next event's data, its lines joined by line feeds; null at the end of the stream. An event that the end cuts off is still given:
     * servers leave the last blank line out.
     *
     * @throws Overflow past the bound
     */
    @Nullable
    String next() throws IOException {
        var data = new StringBuilder();
        var any = false;
        for (var line = line(); line != null; line = line()) {
            if (line.isEmpty() && any) {
                return data.toString();
            }
            if (line.startsWith("data:")) {
                data.append(any ? "\n" : "").append(line.substring(line.startsWith("data: ") ? 6 : 5));
                any = true;
            }
        }
        return any ? data.toString() : null;
    }

    /** Ends at LF, CR or CRLF, as the standard has it. */
    private @Nullable String line() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var octet = read(); octet >= 0; octet = read()) {
            var rest = afterReturn && octet == '\n';
            afterReturn = octet == '\r';
            if (rest) {
                continue;
            }
            if (octet == '\n' || octet == '\r') {
                return bytes.toString(UTF_8);
            }
            bytes.write(octet);
        }
        return bytes.size() == 0 ? null : bytes.toString(UTF_8);
    }

    private int read() throws IOException {
        if (--left < 0) {
            throw new Overflow();
        }
        return in.read();
    }

    static final class Overflow extends IOException {
        Overflow() {
            super("the stream is larger than allowed");
        }
    }
}
