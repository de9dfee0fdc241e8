package dev.paddock.prompts;

import java.util.ArrayList;
import java.util.List;

/** One row of CSV as RFC 4180 has it, fed line by line, because a quoted field may go on over several. */
final class CsvRow {

    enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        /** After a quote inside quotes: the end, or the first half of a doubled one. */
        QUOTE_SEEN,
        BROKEN
    }

    private final char separator;
    private final List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private State state = State.FIELD_START;
    private int length;

    CsvRow(char separator) {
        this.separator = separator;
    }

    /** @return whether the row goes on in the next line */
    boolean feed(String line) {
        if (length > 0) {
            field.append('\n');
        }
        length += line.length() + 1;
        for (int i = 0; i < line.length() && state != State.BROKEN; i++) {
            state = next(line.charAt(i));
        }
        if (state != State.QUOTED) {
            end();
        }
        return state == State.QUOTED;
    }

    boolean broken() {
        return state == State.BROKEN;
    }

    /** Characters so far, so that an unclosed quote does not swallow the file. */
    int length() {
        return length;
    }

    List<String> fields() {
        return fields;
    }

    private State next(char c) {
        return switch (state) {
            case FIELD_START -> c == '"' ? State.QUOTED : plain(c);
            case PLAIN -> c == '"' ? State.BROKEN : plain(c);
            case QUOTED -> c == '"' ? State.QUOTE_SEEN : keep(c, State.QUOTED);
            case QUOTE_SEEN -> afterQuote(c);
            case BROKEN -> State.BROKEN;
        };
    }

    private State plain(char c) {
        return c == separator ? end() : keep(c, State.PLAIN);
    }

    private State afterQuote(char c) {
        if (c == '"') {
            return keep(c, State.QUOTED);
        }
        return c == separator ? end() : State.BROKEN;
    }

    private State keep(char c, State following) {
        field.append(c);
        return following;
    }

    private State end() {
        fields.add(field.toString());
        field.setLength(0);
        return State.FIELD_START;
    }
}
