package dev.paddock;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file of lines that is long on its way: one batch of an import and a part of another, then something happens, then one more line. */
public final class LongFile {

    public static final int FIRST_BATCH = 500;
    public static final int LINES = FIRST_BATCH + 101;

    private LongFile() {}

    public static InputStream of(IntFunction<String> line, Runnable meanwhile) {
        var happening = new InputStream() {
            @Override
            public int read() {
                meanwhile.run();
                return -1;
            }
        };
        return new SequenceInputStream(
                Collections.enumeration(List.of(text(line, 0, LINES - 1), happening, text(line, LINES - 1, LINES))));
    }

    private static InputStream text(IntFunction<String> line, int from, int to) {
        var lines =
                IntStream.range(from, to).mapToObj(i -> line.apply(i) + "\n").collect(Collectors.joining());
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }
}
