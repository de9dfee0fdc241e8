package dev.paddock.prompts;

import dev.paddock.shared.InvalidInput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * CSV with a header. A row whose quotes are broken is refused, and the reading goes on at the line after its first. That going back is why
 * this is no library's parser: those end at the first broken quote, or swallow what follows it into one field.
 */
final class CsvRecords {

    /** Going back over an unclosed quote costs up to 1 MB each time, so a file made of them is given up. */
    private static final int MOST_RETURNS = 1_000;

    private final Lines lines;
    private final Records.Sink sink;
    private final Deque<Lines.Line> returned = new ArrayDeque<>();
    private int returns;

    private CsvRecords(Lines lines, Records.Sink sink) {
        this.lines = lines;
        this.sink = sink;
    }

    static void read(Lines lines, Records.Sink sink) throws IOException {
        new CsvRecords(lines, sink).read();
    }

    private void read() throws IOException {
        var first = line();
        if (first == null || first.fault() != null || first.text().isBlank()) {
            throw new InvalidInput("file", "has no header: its first line must name the columns, text among them");
        }
        var header = header(first);
        for (var line = line(); line != null; line = line()) {
            if (line.fault() != null) {
                sink.fault(line.number(), line.fault());
            } else if (!line.text().isBlank()) {
                row(header, line, separator(first.text()));
            }
        }
    }

    private static List<String> header(Lines.Line line) {
        var row = new CsvRow(separator(line.text()));
        boolean open = row.feed(line.text());
        var names = row.fields().stream().map(String::strip).toList();
        boolean distinct = new HashSet<>(names.stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .toList())
                        .size()
                == names.size();
        if (open || row.broken() || !distinct) {
            throw new InvalidInput(
                    "file", "has a header that cannot be read: quotes are broken, or two columns have one name");
        }
        return names;
    }

    private static char separator(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(header, candidate) > count(header, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private void row(List<String> header, Lines.Line first, char separator) throws IOException {
        var row = new CsvRow(separator);
        var further = new ArrayList<Lines.Line>();
        boolean open = row.feed(first.text());
        while (open && row.length() < Records.LONGEST_LINE) {
            var line = line();
            if (line == null) {
                break;
            }
            further.add(line);
            open = line.fault() == null && row.feed(line.text());
            if (line.fault() != null) {
                break;
            }
        }
        boolean cut = open || !further.isEmpty() && further.getLast().fault() != null;
        if (cut || row.broken()) {
            goBack(first.number(), further);
        } else {
            keep(header, row.fields(), first.number());
        }
    }

    private void goBack(long first, List<Lines.Line> further) throws IOException {
        sink.fault(first, "has a quote that is not closed or not doubled. Write \"\" for a quote inside quotes");
        further.reversed().forEach(returned::addFirst);
        if (!further.isEmpty() && ++returns > MOST_RETURNS) {
            sink.fault(first, "is one of too many with broken quotes; the rest of the file was not read");
            returned.clear();
            while (lines.next() != null) {
                // read to the end, so that the sender can finish and hear of it
            }
        }
    }

    private void keep(List<String> header, List<String> fields, long line) {
        if (fields.size() != header.size()) {
            sink.fault(line, "has " + fields.size() + " columns where the header has " + header.size());
            return;
        }
        var content = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < header.size(); i++) {
            content.put(header.get(i), fields.get(i));
        }
        sink.record(line, content);
    }

    private Lines.@Nullable Line line() throws IOException {
        return returned.isEmpty() ? lines.next() : returned.removeFirst();
    }
}
