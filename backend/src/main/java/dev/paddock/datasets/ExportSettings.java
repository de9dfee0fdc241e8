package dev.paddock.datasets;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param atOnce how many exports may run at the same time in one process; each holds a database connection as long as its reader takes
 * @param fetchSize rows held in memory for each running export
 */
@ConfigurationProperties("paddock.export")
record ExportSettings(
        @DefaultValue("4") int atOnce, @DefaultValue("500") int fetchSize) {}
