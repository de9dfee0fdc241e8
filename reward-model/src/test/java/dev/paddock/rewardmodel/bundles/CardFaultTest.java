package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What whoever made a bundle reads of it: fields and files by their names, and nothing of how Paddock or this machine are made. */
class CardFaultTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path bundle() throws IOException {
        return new ForeignBundle(TinyGraph.firstToken().onnx(), ForeignBundle.PAIR).write(folder, ForeignWorld::pair);
    }

    private String refusal() {
        var refused = catchThrowableOfType(
                BundleRefused.class,
                () -> Bundle.open(folder, ExecutionProviders.cpu()).close());
        assertThat(refused.reason())
                .doesNotContain(folder.toString(), "dev.paddock", "java.", "onnxruntime_src", "::", "`", "JsonToken");
        return refused.reason();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "kind | \"wisdom\" | 'kind' is \"wisdom\"; it may be helpfulness or safety",
                "contract | \"one\" | 'contract' is \"one\"; it must be a whole number",
                "contract | 99999999999 | 'contract' must be a whole number of at most 2147483647",
                "contract | null | 'contract' is missing",
                "batchInvariant | null | 'batchInvariant' is missing",
                "goldenTolerance | \"little\" | 'goldenTolerance' is \"little\"; it must be a number",
                "golden | {} | 'golden' must be a list",
                "golden | [{\"messages\": [], \"score\": 1}, 5] | 'golden[1]' must be an object",
                "golden | [{\"messages\": [{\"role\": \"user\"}], \"score\": 1}] | 'golden[0].messages[0].role' is \"user\"; it may be",
                "golden | [{\"messages\": [{\"role\": \"USER\", \"content\": []}], \"score\": 1}] | 'golden[0].messages[0].content' must be a text",
                "golden | [{\"score\": 1}] | golden[0]: 'golden.messages' is missing",
                "inputs | [1, []] | 'inputs[1]' must be a text",
                "files | [] | 'files' must be an object",
                "truncation | 5 | 'truncation' must be an object",
                "truncation | {\"promptTail\": 0, \"answerHead\": 1} | contract: 'truncation' leaves nothing of the prompt",
                "blocks | [{\"layer\": 1, \"pooling\": \"x\"}] | 'blocks[0].pooling' is \"x\"; it may be",
                "template | {\"shape\": \"rhombus\"} | 'template.shape' is \"rhombus\"; it may be segments, chat, turns or messages",
                "template | {} | 'template.shape' is missing; it may be segments",
                "template | [] | 'template' must be an object",
                "template | {\"shape\": \"chat\", \"format\": \"v\"} | 'template.format' is \"v\"; it may be chatml, llama2 or llama3",
                "remote | {\"dialect\": \"x\"} | 'remote.dialect' is \"x\"; it may be vllm or tei",
                "remote | {} | contract: 'remote.dialect' is missing",
            })
    void namesTheFieldAndWhatItMayBe(String field, String value, String reason) throws IOException {
        var file = bundle().resolve("reward-model.json");
        var card = (ObjectNode) Bundle.JSON.readTree(Files.readString(file));
        card.set(field, Bundle.JSON.readTree(value));
        Files.writeString(file, card.toString());

        assertThat(refusal()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            value = {
                "null | it is no object",
                "[] | it is no object",
                "~~ | it is no object",
                "~{\n \"kind\": ~ | it is no JSON at line 2",
                "nonsense | it is no JSON at line 1",
                "{\"golden\": [[[[[[ | 'golden[0]' must be an object",
            })
    void saysWhereItIsNoCard(String card, String reason) throws IOException {
        Files.writeString(bundle().resolve("reward-model.json"), card);
        assertThat(refusal()).contains("reward-model.json does not follow the contract: " + reason);
    }

    @Test
    void showsOfALongWordTheBeginning() throws IOException {
        Files.writeString(bundle().resolve("reward-model.json"), "{\"kind\": \"" + "x".repeat(9_000) + "\"}");
        assertThat(refusal()).hasSizeLessThan(200).contains("'kind' is \"xxxxxxxx");
        Files.writeString(folder.resolve("reward-model.json"), "{\"new\": " + "[".repeat(9_000));
        assertThat(refusal()).endsWith("it lies too deep in itself, or holds too long a text or number");
    }

    @Test
    void saysWhatTheRuntimeSaysWithoutItsSource() throws IOException {
        Files.writeString(bundle().resolve("model.onnx"), "");
        var card = (ObjectNode) Bundle.JSON.readTree(Files.readString(folder.resolve("reward-model.json")));
        ((ObjectNode) card.path("files")).put("model.onnx", Sha256.of(new byte[0]));
        Files.writeString(folder.resolve("reward-model.json"), card.toString());

        assertThat(refusal())
                .isEqualTo(
                        "ONNX Runtime cannot read model.onnx: Load model from model.onnx failed:ModelProto does not have a graph.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "junk", "\b\u0006", "[[[["})
    void namesFilesWithoutTheirFolders(String content) throws IOException {
        for (var file : new String[] {"model.onnx", "tokenizer.json"}) {
            new ForeignBundle(TinyGraph.firstToken().onnx(), ForeignBundle.PAIR)
                    .with(file, content.getBytes(StandardCharsets.UTF_8))
                    .write(folder, ForeignWorld::pair);
            assertThat(refusal()).contains(" " + file + ": ");
        }
    }

    @Test
    void saysThatAFileIsNotThere() throws IOException {
        Files.delete(bundle().resolve("tokenizer.json"));
        assertThat(refusal()).isEqualTo("its tokenizer.json cannot be read (there is no such file)");
        Files.delete(folder.resolve("reward-model.json"));
        assertThat(refusal()).isEqualTo("its reward-model.json cannot be read (there is no such file)");
    }

    @Test
    void saysWhichGoldenConversationItIs() throws IOException {
        var file = bundle().resolve("reward-model.json");
        var card = (ObjectNode) Bundle.JSON.readTree(Files.readString(file));
        ((ObjectNode) card.path("golden").path(2)).put("score", 99);
        Files.writeString(file, card.toString());

        assertThat(refusal()).matches("it scores a golden conversation \\(golden\\[2]\\) [0-9.]+ instead of 99.0");
    }
}
