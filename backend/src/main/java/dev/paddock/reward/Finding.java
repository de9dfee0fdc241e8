package dev.paddock.reward;

import dev.paddock.shared.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model that is to serve.
 *
 * @param figures in words, for the log; empty where there are none
 * @param against why it may not serve without a reason: a {@link FoundWorse} or a {@link NotMeasured}; null where it may
 */
public record Finding(String figures, @Nullable Refusal against) {

    /** Where it takes nobody's place. */
    public static final Finding NONE = new Finding("", null);

    /** Of several checks, the first that something stands against decides. */
    static Finding of(List<Finding> all) {
        return new Finding(
                all.stream()
                        .map(Finding::figures)
                        .filter(told -> !told.isEmpty())
                        .collect(Collectors.joining("; ")),
                all.stream()
                        .map(Finding::against)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }
}
