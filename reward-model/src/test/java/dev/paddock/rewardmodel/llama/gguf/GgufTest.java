package dev.paddock.rewardmodel.llama.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.rewardmodel.UnusableWeights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufTest {

    @TempDir
    Path folder;

    @Test
    void readsSettingsAndNumbers() throws IOException {
        var halves = new byte[] {0, 0x3c, 0, (byte) 0xc0};
        var path = small().tensor("halves", 1, halves, 2).write(folder.resolve("small.gguf"));

        try (var gguf = Gguf.open(path)) {
            assertThat(gguf.metadata().get("name", String.class)).isEqualTo("Ärmel 🦙");
            assertThat(gguf.metadata().size("width")).isEqualTo(7);
            assertThat(gguf.metadata().list("scores", Double.class)).containsExactly(0.5, -1.0);
            var rows = new ArrayList<float[]>();
            gguf.tensor("matrix", 2, 1).eachRow(row -> rows.add(row.clone()));
            gguf.tensor("halves", 1, 2).eachRow(row -> rows.add(row.clone()));
            assertThat(rows).containsExactly(new float[] {1}, new float[] {-2}, new float[] {1, -2});
        }
    }

    private static GgufWriter small() {
        return new GgufWriter()
                .set("name", "Ärmel 🦙")
                .set("width", 7)
                .set("scores", List.of(0.5f, -1f))
                .tensor("matrix", 0, new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0}, 1, 2);
    }

    @Test
    void refusesAFileThatIsCutOffWhereverThatIs() throws IOException {
        var whole = small().bytes();
        for (var length = 0; length < whole.length; length++) {
            var cut = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Gguf.open(cut))
                    .isInstanceOf(UnusableWeights.class)
                    .hasMessageContaining("cut.gguf");
        }
    }

    @Test
    void refusesAFileOfAnotherKind() throws IOException {
        var path =
                Files.writeString(folder.resolve("page.gguf"), "<html>You have to sign in to fetch this file</html>");
        assertThatThrownBy(() -> Gguf.open(path)).hasMessage("page.gguf is not a GGUF file.");
    }

    @Test
    void namesATensorWhoseTypeItCannotRead() throws IOException {
        var path = small().tensor("blk.0.ffn_up.weight", 16, new byte[66], 256).write(folder.resolve("odd.gguf"));
        assertThatThrownBy(() -> Gguf.open(path))
                .isInstanceOf(UnusableWeights.class)
                .hasMessageStartingWith(
                        "Tensor 'blk.0.ffn_up.weight' of odd.gguf has type 16, which cannot be read here.");
    }

    @Test
    void refusesATensorOfAnotherShapeThanExpected() throws IOException {
        try (var gguf = Gguf.open(small().write(folder.resolve("small.gguf")))) {
            assertThatThrownBy(() -> gguf.tensor("matrix", 2, 2)).hasMessageContaining("is 2 by 1 instead of 2 by 2");
            assertThatThrownBy(() -> gguf.tensor("other", 2, 2)).hasMessageContaining("lacks tensor 'other'");
        }
    }

    @Test
    void refusesListsThatNoVocabularyIsAsLongAs() throws IOException {
        var whole = new GgufWriter().set("scores", List.of(0.5f, -1f)).bytes();
        var padded = Arrays.copyOf(whole, whole.length + (9 << 20));
        var types = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN);
        // After magic, version and two counts, and the key with its length: two types and the number of elements.
        types.putInt(24 + 8 + 6 + 4, 0).putLong(24 + 8 + 6 + 8, 9 << 20);
        var path = Files.write(folder.resolve("long.gguf"), padded);
        assertThatThrownBy(() -> Gguf.open(path))
                .isInstanceOf(UnusableWeights.class)
                .hasMessage("long.gguf is damaged: its settings are lists of more than 8388608 elements.");
    }

    @Test
    void survivesAnyDamageToTheHeaderWithAPlainRefusal() throws IOException {
        var whole = small().bytes();
        for (var at = 0; at < whole.length - 40; at++) {
            var damaged = whole.clone();
            damaged[at] ^= (byte) 0xff;
            var path = Files.write(folder.resolve("damaged.gguf"), damaged);
            try (var gguf = Gguf.open(path)) {
                assertThat(gguf.tensorNames()).hasSizeLessThanOrEqualTo(1);
            } catch (UnusableWeights refused) {
                assertThat(refused).hasMessageContaining("damaged.gguf");
            }
        }
    }
}
