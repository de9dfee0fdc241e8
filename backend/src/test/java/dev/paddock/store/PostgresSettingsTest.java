package dev.paddock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PostgresSettingsTest {

    @Test
    void takesAFreePortUnlessToldOtherwise() {
        var settings = bound(Map.of("unrelated", "1"));

        assertThat(settings).isEqualTo(new PostgresSettings(0, Map.of()));
    }

    @Test
    void readsThePortAndPostgresqlsOwnOptions() {
        var settings = bound(Map.of("paddock.postgres.port", "5555", "paddock.postgres.options.shared_buffers", "1GB"));

        assertThat(settings).isEqualTo(new PostgresSettings(5555, Map.of("shared_buffers", "1GB")));
    }

    @Test
    void refusesAnOptionThatWouldBecomeTwoLines() {
        assertThatThrownBy(() -> new PostgresSettings(0, Map.of("jit", "off\nfsync = off")))
                .hasMessageContaining("jit");
        assertThatThrownBy(() -> new PostgresSettings(0, Map.of("jit = off\nfsync", "off")))
                .hasMessageContaining("not a setting");
    }

    @Test
    void theDataFolderIsDataUnlessToldOtherwise() {
        var binder = new Binder(new MapConfigurationPropertySource(Map.of()));

        assertThat(binder.bindOrCreate("paddock", DataFolder.class).path())
                .isEqualTo(Path.of("data").toAbsolutePath());
    }

    private static PostgresSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("paddock.postgres", PostgresSettings.class);
    }
}
