package dev.paddock.prompts;

import org.jspecify.annotations.Nullable;

/**
 * @param textColumn the field or column that holds the prompt, where it is not called text, prompt, question or instruction
 * @param source     what to note as the source of records that name none
 */
public record ImportOptions(Format format, @Nullable String textColumn, String source) {

    public static ImportOptions of(Format format) {
        return new ImportOptions(format, null, "");
    }
}
