package dev.paddock.samples.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param weights a GGUF file or a directory as Optimum exports it; null takes what lies in {@code weights} in the data folder */
@ConfigurationProperties("paddock")
record WeightsSettings(@Nullable Path weights) {}
