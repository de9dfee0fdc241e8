package dev.paddock.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, by cursor.
 *
 * @param next the cursor of the following page, opaque to the caller; null on the last page
 */
public record Page<T>(List<T> rows, @Nullable String next) {

    public static final int DEFAULT_SIZE = 50;
    public static final int LARGEST_SIZE = 200;

    /**
     * @param oneMore up to {@code size + 1} rows as read; the surplus row only tells that there is a next page
     * @param cursor  gives the cursor of the last row shown
     */
    public static <T> Page<T> of(List<T> oneMore, int size, Function<T, String> cursor) {
        if (oneMore.size() <= size) {
            return new Page<>(List.copyOf(oneMore), null);
        }
        var rows = List.copyOf(oneMore.subList(0, size));
        return new Page<>(rows, cursor.apply(rows.getLast()));
    }

    /** As many rows as were asked for, within what one page may hold. */
    public static int clamp(int size) {
        return Math.clamp(size, 1, LARGEST_SIZE);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(rows.stream().<R>map(each).toList(), next);
    }
}
