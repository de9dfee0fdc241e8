package dev.paddock.web.wire;

import dev.paddock.datasets.Exports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * A response of JSON Lines that ends properly only when all of it was written: nothing here is closed on the way out of a failure, so that
 * the server drops the connection instead. The server packs it with gzip where the client asks for that (server.compression).
 *
 * @param file what the client may call it, without the ending
 */
public record JsonLinesBody(HttpServletResponse response, String file) {

    static final String TYPE = "application/jsonl";
    static final String ROWS = "Paddock-Rows";

    private static final int BUFFER = 64 * 1024;

    public void fill(Consumer<Exports.Destination> writer) {
        try {
            writer.accept(this::open);
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                response.reset();
            }
            throw e;
        }
    }

    private OutputStream open(long rows) throws IOException {
        response.setContentType(TYPE);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + ".jsonl\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(ROWS, Long.toString(rows));
        return new BufferedOutputStream(response.getOutputStream(), BUFFER);
    }
}
