package dev.paddock.rewardmodel.bundles;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ForeignCardTest extends ForeignWorld {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind",
                "name",
                "version",
                "template",
                "truncation",
                "inputs",
                "output",
                "precision",
                "batchInvariant",
                "golden",
                "goldenTolerance"
            })
    void refusesACardThatIsSilentOnWhatMatters(String field) throws IOException {
        var bundle =
                new ForeignBundle(TinyGraph.firstToken().onnx(), ForeignBundle.PAIR).write(folder, ForeignWorld::pair);
        var card = Bundle.JSON.readTree(Files.readString(bundle.resolve("reward-model.json")));
        ((ObjectNode) card).remove(field);
        Files.writeString(bundle.resolve("reward-model.json"), card.toString());
        assertRefused(bundle, field.equals("goldenTolerance") ? "" : "does not follow the contract");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"shape\":\"chat\",\"format\":\"vicuna\"}",
                "{\"shape\":\"chat\"}",
                "{\"shape\":\"turns\",\"user\":{},\"assistant\":{}}",
                "{\"format\":\"llama3\"}"
            })
    void refusesATemplateItHasNoWordsFor(String template) throws IOException {
        var bundle = new ForeignBundle(TinyGraph.firstToken().onnx(), template);
        assertRefused(bundle.write(folder, ForeignWorld::pair), "does not follow the contract");
    }

    @Test
    void refusesASpecialTokenThatTheTokenizerLacks() throws IOException {
        var bundle = new ForeignBundle(TinyGraph.firstToken().onnx(), ForeignBundle.PAIR.replace("[CLS]", "<bos>"));
        assertRefused(bundle.write(folder, ForeignWorld::pair), "no special token <bos>");
        var padded = new ForeignBundle(
                TinyGraph.firstToken().onnx(), ForeignBundle.PAIR.replace("\"user\"", "\"pad\":\"<pad>\",\"user\""));
        assertRefused(padded.write(folder, ForeignWorld::pair), "no special token <pad>");
    }
}
