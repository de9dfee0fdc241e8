package dev.paddock.rewardmodel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.rewardmodel.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorCacheTest {

    private static final String ONE = Sha256.of("one");
    private static final String TWO = Sha256.of("two");
    private static final float[] VECTOR = {1, -2.5f, 3};

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private VectorCache cache() throws IOException {
        return new VectorCache(folder, "recipe", 3);
    }

    private Path file() throws IOException {
        try (var files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void keepsVectorsFromOneRunToTheNext() throws IOException {
        try (var cache = cache()) {
            assertThat(cache.get(ONE)).isNull();
            cache.put(ONE, VECTOR);
            assertThat(cache.get(ONE)).containsExactly(VECTOR);
        }
        try (var again = cache()) {
            assertThat(again.get(ONE)).containsExactly(VECTOR);
        }
    }

    @Test
    void whatWasHalfWrittenWhenSomebodyWasKilledIsForgotten() throws IOException {
        try (var cache = cache()) {
            cache.put(ONE, VECTOR);
            cache.put(TWO, VECTOR);
        }
        try (var channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 5);
        }
        try (var cache = cache()) {
            assertThat(cache.get(ONE)).containsExactly(VECTOR);
            assertThat(cache.get(TWO)).isNull();
            cache.put(TWO, VECTOR);
        }
        try (var cache = cache()) {
            assertThat(cache.get(TWO)).containsExactly(VECTOR);
        }
    }

    @Test
    void aDamagedVectorIsNotGiven() throws IOException {
        try (var cache = cache()) {
            cache.put(ONE, VECTOR);
        }
        var bytes = Files.readAllBytes(file());
        bytes[40]++;
        Files.write(file(), bytes);
        try (var cache = cache()) {
            assertThat(cache.get(ONE)).isNull();
        }
    }

    @Test
    void twoWritersDoNotDisturbEachOther() throws IOException {
        try (var one = cache();
                var other = cache()) {
            one.put(ONE, VECTOR);
            other.put(TWO, new float[] {7, 8, 9});
            assertThat(other.get(ONE)).containsExactly(VECTOR);
        }
        try (var cache = cache()) {
            assertThat(cache.get(ONE)).containsExactly(VECTOR);
            assertThat(cache.get(TWO)).containsExactly(7, 8, 9);
        }
    }

    @Test
    void whatCannotBeOpenedIsClosedAgain() throws IOException {
        cache().close();
        try (var other = FileChannel.open(file(), StandardOpenOption.WRITE);
                var lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();
            // Some of those that are left open may be collected as garbage meanwhile.
            for (var i = 0; i < 50; i++) {
                assertThatThrownBy(this::cache).isInstanceOf(OverlappingFileLockException.class);
            }
        }
        assertThat(OpenFiles.has(file())).isFalse();
    }
}
