package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.remote.Server;
import dev.paddock.rewardmodel.remote.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Cards with nulls where something is needed. */
class CardWithGapsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "inputs | [\"input_ids\", null] | 'inputs' holds a null",
                "blocks | [null] | 'blocks' holds a null",
                "heldOut | [null] | 'heldOut' holds a null",
                "golden | [null] | 'golden' holds a null",
                "golden | [{\"score\": 1}] | 'golden.messages' is missing",
                "golden | [{\"messages\": [null], \"score\": 1}] | 'golden.messages' holds a null",
                "golden | [{\"messages\": [{\"role\": \"USER\"}], \"score\": 1}] | 'golden.messages.content' is missing",
                "golden | [{\"messages\": [{\"content\": \"Hi\"}], \"score\": 1}] | 'golden.messages.role' is missing",
                "files | {\"model.onnx\": null} | 'files.model.onnx' is missing",
                "template | {\"shape\": \"segments\"} | 'template.start' is missing",
                "base | {\"name\": null} | ''",
                "training | {\"pairs\": 1, \"l2\": 0} | ''",
            })
    void saysWhatIsMissing(String field, String value, String reason) throws IOException {
        var said = said(field, value);
        if (reason.equals("''")) {
            Bundle.open(said, ExecutionProviders.cpu()).close();
        } else {
            assertThatExceptionOfType(BundleRefused.class)
                    .isThrownBy(
                            () -> Bundle.open(said, ExecutionProviders.cpu()).close())
                    .withMessageContaining("does not follow the contract")
                    .withMessageContaining(reason);
        }
    }

    private Path said(String field, String value) throws IOException {
        var bundle =
                new ForeignBundle(TinyGraph.firstToken().onnx(), ForeignBundle.PAIR).write(folder, ForeignWorld::pair);
        var card = (ObjectNode) Bundle.JSON.readTree(Files.readString(bundle.resolve("reward-model.json")));
        card.set(field, Bundle.JSON.readTree(value));
        Files.writeString(bundle.resolve("reward-model.json"), card.toString());
        return bundle;
    }

    /** What nobody thought of, such as a table of servers that cannot be read. */
    @Test
    void whateverElseGoesWrongIsARefusalAsWell() throws IOException {
        var bundle = new ForeignBundle(new byte[0], ForeignBundle.PAIR)
                .on("vllm", "tiny-server")
                .write(folder, ForeignWorld::pair);
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> Bundle.open(bundle, ExecutionProviders.cpu(), new BrokenServers()))
                .withMessageContaining("it cannot be opened: java.lang.UnsupportedOperationException: broken");
    }

    private static final class BrokenServers implements Servers {

        @Override
        public Server named(String name) {
            throw new UnsupportedOperationException("broken");
        }

        @Override
        public Duration patience() {
            return Duration.ZERO;
        }

        @Override
        public Duration rest() {
            return Duration.ZERO;
        }
    }
}
