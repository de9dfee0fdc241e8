package dev.paddock.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StoreUnavailableTest {

    @Test
    void tellsApartWhatAPersonCanMend() {
        var folder = Path.of("/srv/paddock");

        var nameless = StoreUnavailable.failed(
                "initdb", "initdb: could not look up effective user ID 12345: user does not exist\n", folder);
        var full = StoreUnavailable.failed("postgres", "FATAL: could not write: No space left on device", folder);

        assertThat(nameless).hasMessageStartingWith("PostgreSQL does not run as a user without a name");
        assertThat(nameless.action()).startsWith("Start Paddock as a user that /etc/passwd names");
        assertThat(full).hasMessage("The disk that holds the data folder /srv/paddock is full.");
    }
}
