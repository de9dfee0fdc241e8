package dev.paddock.bestofk.work;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param enabled whether this process does best-of-K runs; the same switch as for running reward models, which rank the samples */
@ConfigurationProperties("paddock.reward")
record BestOfKSettings(@DefaultValue("true") boolean enabled) {}
