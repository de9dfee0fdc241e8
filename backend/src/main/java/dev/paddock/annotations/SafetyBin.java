package dev.paddock.annotations;

import dev.paddock.shared.WordColumn;
import jakarta.persistence.Converter;

/**
 * The safety question of the safety track. The fourth combination, the chosen one unsafe and the other safe, does not exist: the safer
 * answer is taken to be the better one (Llama 2, §3.2.1).
 */
public enum SafetyBin {
    /** The chosen answer is safe, the other is not. */
    CHOSEN_SAFE,
    BOTH_SAFE,
    BOTH_UNSAFE;

    @Converter(autoApply = true)
    static final class Column extends WordColumn<SafetyBin> {
        Column() {
            super(SafetyBin.class);
        }
    }
}
