package dev.paddock.tasks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param lease how long a task is held for a person after their last sign of activity
 * @param sweep how often leases that ran out are taken back
 */
@ConfigurationProperties("paddock.tasks")
record TaskSettings(
        @DefaultValue("30m") Duration lease,
        @DefaultValue("5s") Duration sweep) {}
