package dev.paddock.samples;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A turn while it is generated here: two growing texts. Writers never wait for readers; readers take what came since they last looked. */
final class LiveTurn {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Growing a = new Growing();
    private final Growing b = new Growing();
    private volatile TurnState state = TurnState.GENERATING;
    private volatile boolean abandoned;
    private String failure = "";
    private long version;

    void append(Slot slot, String text) {
        change(() -> text(slot).text.append(text));
    }

    void complete(Slot slot) {
        change(() -> text(slot).complete = true);
    }

    /** Its answer is drawn again. */
    void restart(Slot slot) {
        change(() -> text(slot).restart());
    }

    void end(TurnState how, String why) {
        change(() -> {
            state = how;
            failure = why;
        });
    }

    /** It has not ended, but nobody writes it here any more: whoever reads along is to look in the database. */
    void abandon() {
        change(() -> abandoned = true);
    }

    boolean isGenerating() {
        return state == TurnState.GENERATING && !abandoned;
    }

    private Growing text(Slot slot) {
        return slot == Slot.A ? a : b;
    }

    private void change(Runnable step) {
        lock.lock();
        try {
            step.run();
            version++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Until there is something new for that reader, or the time is over. */
    void await(Reader reader, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            var left = patience.toNanos();
            while (reader.version == version && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    LiveFrame since(Reader reader) {
        lock.lock();
        try {
            Map<Slot, LiveFrame.Piece> pieces = new EnumMap<>(Slot.class);
            for (var slot : Slot.values()) {
                reader.mark(slot).piece(text(slot)).ifPresent(piece -> pieces.put(slot, piece));
            }
            reader.version = version;
            return new LiveFrame(state, failure, pieces);
        } finally {
            lock.unlock();
        }
    }

    static final class Growing {
        final StringBuilder text = new StringBuilder();
        int epoch = 1;
        boolean complete;

        void restart() {
            epoch++;
            text.setLength(0);
            complete = false;
        }
    }

    /** How far one follower has read. */
    static final class Reader {
        private long version = -1;
        private final Map<Slot, Mark> marks = new EnumMap<>(Slot.class);

        Mark mark(Slot slot) {
            return marks.computeIfAbsent(slot, first -> new Mark());
        }
    }

    static final class Mark {
        private int epoch;
        private int length;
        private boolean complete;

        Optional<LiveFrame.Piece> piece(Growing text) {
            var replaces = epoch != text.epoch;
            var from = replaces ? 0 : length;
            if (!replaces && from == text.text.length() && complete == text.complete) {
                return Optional.empty();
            }
            epoch = text.epoch;
            length = text.text.length();
            complete = text.complete;
            return Optional.of(new LiveFrame.Piece(replaces, text.text.substring(from), complete));
        }
    }
}
