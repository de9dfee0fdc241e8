package dev.paddock.prompts;

import dev.paddock.shared.Conflict;
import dev.paddock.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Hands records on in batches, each of which is stored on its own: a long file holds no long transaction. A file may be long on its way, so
 * whoever stores a batch looks anew whether it may; where it may not, the refusal says what came in before.
 */
public final class Batches<T> {

    private static final int SIZE = 500;

    private final List<T> batch = new ArrayList<>(SIZE);
    private final Consumer<List<T>> store;
    private final Tally tally;

    /** @param store tells the tally by itself what became of the batch */
    public Batches(Tally tally, Consumer<List<T>> store) {
        this.tally = tally;
        this.store = store;
    }

    /** @param store answers how many of the batch were new; the others were there already */
    public static <T> Batches<T> counted(Tally tally, ToIntFunction<List<T>> store) {
        return new Batches<>(tally, batch -> {
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

    /** @throws Refusal where no further one may be stored */
    public void flush() {
        if (!batch.isEmpty()) {
            store();
            batch.clear();
        }
    }

    private void store() {
        try {
            store.accept(List.copyOf(batch));
        } catch (Refusal refused) {
            var taken = tally.report().accepted();
            throw taken == 0
                    ? refused
                    : new Conflict("Lines of this file that came in before stay: " + taken
                            + ". No further one is taken. " + refused.getMessage());
        }
    }
}
