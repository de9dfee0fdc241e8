package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.remote.Servers;
import dev.paddock.rewardmodel.scoring.DefaultEncoder;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void copyASoundBundle() throws IOException {
        try (var files = Files.list(Defaults.SAFETY)) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    @Test
    void opensASoundBundleUnderAnIdOfItsOwn() {
        try (var model = Bundle.open(folder, ExecutionProviders.cpu());
                var other = Defaults.helpfulness()) {
            assertThat(model.id()).hasSize(64).isNotEqualTo(other.id());
        }
    }

    @ParameterizedTest
    @CsvSource({"reward-model.json", "model.onnx", "tokenizer.json", "card.md"})
    void refusesABundleThatLacksAFile(String file) throws IOException {
        Files.delete(folder.resolve(file));
        assertRefused("its " + file + " cannot be read");
    }

    @ParameterizedTest
    @CsvSource({"model.onnx", "tokenizer.json", "card.md"})
    void refusesAFileThatWasCutOff(String file) throws IOException {
        var bytes = Files.readAllBytes(folder.resolve(file));
        Files.write(folder.resolve(file), Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(file + " is not the file it was made with");
    }

    @Test
    void refusesACutOffModelEvenIfItsHashWasMadeToFit() throws IOException {
        var bytes = Files.readAllBytes(folder.resolve("model.onnx"));
        replaceModel(Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused("ONNX Runtime cannot read");
    }

    @Test
    void refusesWeightsBesideTheGraphThatNobodyVouchesFor() throws IOException {
        var model = ModelProto.parseFrom(Files.readAllBytes(folder.resolve("model.onnx"))).toBuilder();
        model.getGraphBuilder()
                .getInitializerBuilder(0)
                .clearRawData()
                .clearFloatData()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue("weights.bin"));
        replaceModel(model.build().toByteArray());
        assertRefused("model.onnx keeps weights in 'weights.bin', which reward-model.json lists no SHA-256 for");
    }

    @Test
    void refusesAnotherModelThanTheOneAskedFor() {
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> Bundle.open(folder, "0".repeat(64), ExecutionProviders.cpu(), Servers.NONE))
                .withMessageContaining("it is another model than the one registered");
    }

    @Test
    void refusesAModelThatScoresOtherwiseThanWhenItWasTrained() throws IOException {
        var head = DefaultBundles.head(ModelKind.SAFETY);
        replaceModel(graph(head.trained(head.card(), head.weights(), head.bias() + 1)));
        assertRefused("it scores a golden conversation (golden[0]) ");
    }

    @Test
    void refusesAModelWhoseScoresAreNoNumbers() throws IOException {
        var head = DefaultBundles.head(ModelKind.SAFETY);
        replaceModel(graph(head.trained(head.card(), head.weights(), Float.NaN)));
        assertRefused("it cannot score a golden conversation (golden[0]): The model gives it NaN, which is no score");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"contract\" : 1 | \"contract\" : 2 | it follows contract 2",
                "\"batchInvariant\" : false | \"batchInvariant\" : true | never batch-invariant",
                "\"features\" : \"1\" | \"features\" : \"0\" | Feature set '0' is not known",
                "\"features\" : \"1\" | \"features\" : null | do not agree on whether it reads features",
                "\"shape\" : \"segments\" | \"shape\" : \"rhombus\" | 'template.shape' is \"rhombus\"; it may be segments, chat, turns or messages",
                "\"start\" : \"[CLS]\" | \"start\" : \"<s>\" | no special token <s>",
                "\"output\" : \"reward\" | \"output\" : \"logits\" | has no output logits",
                "\"kind\" : \"safety\" | \"kind\" : \"beauty\" | does not follow the contract: 'kind' is \"beauty\"; it may be helpfulness or safety",
                "\"precision\" : \"int8\" | \"nothing\" : 1 | 'precision' is missing",
                "\"card.md\" | \"../card.md\" | is not the name of a file in it",
                "\"card.md\" | \"card\\u0000.md\" | is not the name of a file in it",
                "\"attention_mask\" |  \"mask\" | has the inputs",
                "\"goldenTolerance\" : 0.1 | \"goldenTolerance\" : 0 | its goldenTolerance is 0.0; it must be greater than 0",
                "\"goldenTolerance\" : 0.1 | \"goldenTolerance\" : \"NaN\" | its goldenTolerance is NaN; it must be greater than 0",
                "{ | [ | does not follow the contract: it is no object"
            })
    void refusesACardThatDoesNotFit(String said, String changed, String reason) throws IOException {
        changeCard(card -> {
            assertThat(card).contains(said);
            return card.replace(said, changed);
        });
        assertRefused(reason);
    }

    private void assertRefused(String reason) {
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> Bundle.open(folder, ExecutionProviders.cpu()))
                .withMessageContaining(reason)
                .withMessageContaining(folder.getFileName().toString());
    }

    private static byte[] graph(Head head) {
        return PooledEncoder.withHead(DefaultEncoder.onnx(), head);
    }

    private void replaceModel(byte[] model) throws IOException {
        var before = Sha256.of(folder.resolve("model.onnx"));
        Files.write(folder.resolve("model.onnx"), model);
        changeCard(card -> card.replace(before, Sha256.of(model)));
    }

    private void changeCard(UnaryOperator<String> change) throws IOException {
        var card = folder.resolve("reward-model.json");
        Files.writeString(card, change.apply(Files.readString(card)));
    }
}
