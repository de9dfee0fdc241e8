package dev.paddock.prompts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Hands records on in batches, each of which is stored on its own: a long file holds no long transaction. */
public final class Batches<T> {

    private static final int SIZE = 500;

    private final List<T> batch = new ArrayList<>(SIZE);
    private final ToIntFunction<List<T>> store;
    private final Tally tally;

    /** @param store answers how many of the batch were new */
    public Batches(ToIntFunction<List<T>> store, Tally tally) {
        this.store = store;
        this.tally = tally;
    }

    public void add(T each) {
        batch.add(each);
        if (batch.size() == SIZE) {
            flush();
        }
    }

    public void flush() {
        if (!batch.isEmpty()) {
            int fresh = store.applyAsInt(List.copyOf(batch));
            tally.stored(fresh, batch.size() - fresh);
            batch.clear();
        }
    }
}
