package dev.paddock.prompts;

import dev.paddock.shared.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a file of records one by one, however long it is, and goes on after what it cannot read. At most one record and 1 MB of a broken
 * one are in memory.
 */
public final class Records {

    static final long LONGEST_FILE = 64L << 20;
    static final int LONGEST_LINE = 1 << 20;

    /** Told of each record and each fault in the order of the file; lines count from 1. */
    public interface Sink {

        /** @param content an object, or whatever else stands in its place; a CSV row is an object of texts */
        void record(long line, JsonNode content);

        /** @param reason the end of a sentence that begins with the line */
        void fault(long line, String reason);
    }

    private Records() {}

    /**
     * @throws InvalidInput when it is not UTF-8 text at all: a spreadsheet, an archive, UTF-16
     * @throws UncheckedIOException when the sender breaks off
     */
    public static void read(InputStream file, Format format, Sink sink) {
        try {
            var text = Utf8.begin(new Capped(file, LONGEST_FILE));
            switch (format) {
                case JSON -> JsonRecords.list(text, sink);
                case JSONL -> JsonRecords.lines(new Lines(text), sink);
                case CSV -> CsvRecords.read(new Lines(text), sink);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
