package dev.paddock.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.store.DataFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySealTest {

    @TempDir
    Path data;

    @Test
    void opensWhatItSealedAlsoAfterARestart() {
        var sealed = seal("").seal("sk-verysecret", "endpoint 1");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("verysecret");
        assertThat(seal("").open(sealed, "endpoint 1")).isEqualTo("sk-verysecret");
    }

    @Test
    void neverSealsTheSameKeyTheSameWay() {
        assertThat(seal("x").seal("k", "a")).isNotEqualTo(seal("x").seal("k", "a"));
    }

    @Test
    void doesNotOpenAKeyThatWasMovedToAnotherEndpoint() {
        var sealed = seal("").seal("k", "endpoint 1");

        assertThatThrownBy(() -> seal("").open(sealed, "endpoint 2")).isInstanceOf(KeyUnreadable.class);
    }

    @Test
    void saysThatTheSecretChanged() {
        var sealed = seal("first secret").seal("k", "a");

        assertThatThrownBy(() -> seal("second secret").open(sealed, "a")).hasMessageContaining("PADDOCK_SECRET");
    }

    @Test
    void itsFileIsForTheOwnersEyesOnly() throws IOException {
        seal("").seal("k", "a");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    private KeySeal seal(String secret) {
        return new KeySeal(secret, new DataFolder(data));
    }
}
