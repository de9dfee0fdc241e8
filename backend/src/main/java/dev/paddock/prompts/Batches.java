package dev.paddock.prompts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Hands records on in batches, each of which is stored on its own: a long file holds no long transaction. */
public final class Batches<T> {

    private static final int SIZE = 500;

    private final List<T> batch = new ArrayList<>(SIZE);
    private final Consumer<List<T>> store;

    /** @param store tells by itself what became of the batch */
    public Batches(Consumer<List<T>> store) {
        this.store = store;
    }

    /** @param store answers how many of the batch were new; the others were there already */
    public Batches(ToIntFunction<List<T>> store, Tally tally) {
        this(batch -> {
            int fresh = store.applyAsInt(batch);
            tally.stored(fresh, batch.size() - fresh);
        });
    }

    public void add(T each) {
        batch.add(each);
        if (batch.size() == SIZE) {
            flush();
        }
    }

    public void flush() {
        if (!batch.isEmpty()) {
            store.accept(List.copyOf(batch));
            batch.clear();
        }
    }
}
