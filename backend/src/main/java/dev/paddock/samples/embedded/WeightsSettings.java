package dev.paddock.samples.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which model runs in this process.
 *
 * @param weights a GGUF file or a directory as Optimum exports it; null takes what lies in {@code weights} in the data folder
 * @param answerMemory what the keys and values of one answer may take; conversations that would need more are too long
 */
@ConfigurationProperties("paddock")
record WeightsSettings(
        @Nullable Path weights, @DefaultValue("4GB") DataSize answerMemory) {}
