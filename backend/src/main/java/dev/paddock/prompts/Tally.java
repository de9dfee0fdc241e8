package dev.paddock.prompts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts up an {@link ImportReport} in bounded memory. */
public final class Tally {

    private static final int LONGEST_LIST = 1_000;
    private static final int MOST_COLUMNS = 50;

    private int accepted;
    private int duplicates;
    private int refusedInAll;
    private final List<RefusedLine> refused = new ArrayList<>();
    private final Set<String> ignored = new LinkedHashSet<>();

    public void stored(int fresh, int known) {
        accepted += fresh;
        duplicates += known;
    }

    public void refuse(long line, String reason) {
        refusedInAll++;
        if (refused.size() < LONGEST_LIST) {
            refused.add(new RefusedLine(line, reason));
        }
    }

    public void ignore(String column) {
        if (ignored.size() < MOST_COLUMNS) {
            ignored.add(column.length() > 100 ? column.substring(0, 100) + "…" : column);
        }
    }

    public ImportReport report() {
        // Lines that are refused with their batch come after those that could not be read.
        refused.sort(Comparator.comparingLong(RefusedLine::line));
        return new ImportReport(accepted, duplicates, List.copyOf(refused), refusedInAll, List.copyOf(ignored));
    }
}
