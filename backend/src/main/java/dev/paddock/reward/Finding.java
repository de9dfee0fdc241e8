package dev.paddock.reward;

import dev.paddock.shared.Refusal;
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
}
