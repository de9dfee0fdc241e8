package dev.paddock.samples;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A page that reads along. */
final class Following implements Consumer<LiveFrame> {

    private final List<LiveFrame> frames = new CopyOnWriteArrayList<>();
    private volatile boolean brokenOff;

    @Override
    public void accept(LiveFrame frame) {
        frames.add(frame);
    }

    List<LiveFrame> frames() {
        return frames;
    }

    boolean isOver() {
        return !frames.isEmpty() && frames.getLast().isLast();
    }

    String text(Slot slot) {
        var text = new StringBuilder();
        for (var frame : frames) {
            var piece = frame.pieces().get(slot);
            if (piece != null) {
                text.replace(piece.replaces() ? 0 : text.length(), text.length(), piece.text());
            }
        }
        return text.toString();
    }

    void breakOff() {
        brokenOff = true;
    }

    boolean isBrokenOff() {
        return brokenOff;
    }

    /** Whether text has come piece by piece since it was last replaced. */
    boolean grew() {
        var pieces = 0;
        for (var frame : frames) {
            var piece = frame.pieces().get(Slot.A);
            if (piece != null) {
                pieces = piece.replaces() ? 0 : pieces + 1;
            }
        }
        return pieces > 1;
    }
}
