package dev.paddock.rewardmodel.bundles;

import dev.paddock.rewardmodel.Durable;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** A bundle as somebody writes one for a model that Paddock never saw: a card of the fields that are needed, and no more. */
final class ForeignBundle {

    static final String LLAMA3 = "{\"shape\":\"chat\",\"format\":\"llama3\"}";
    static final String PAIR = """
            {"shape":"turns","start":"[CLS]","system":{},"user":{},"assistant":{"before":"[SEP]","after":"[SEP]"}}""";

    static final List<List<Message>> CONVERSATIONS = List.of(
            List.of(Message.user("one two"), Message.assistant("three four")),
            List.of(Message.user("two"), Message.assistant("one")),
            List.of(
                    Message.user("one"),
                    Message.assistant("two"),
                    Message.user("three four five six"),
                    Message.assistant("seven eight")));

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, Object> card = new TreeMap<>();

    ForeignBundle(byte[] model, String template) throws IOException {
        var folder = Files.createTempDirectory("tokenizer");
        with("model.onnx", model);
        with("tokenizer.json", Files.readAllBytes(TinyTokenizer.write(folder)));
        Durable.delete(folder);
        card.put("contract", 1);
        card.put("kind", "helpfulness");
        card.put("name", "foreign");
        card.put("version", "1");
        card.put("template", Bundle.JSON.readTree(template));
        card.put("truncation", Map.of("promptTail", 50, "answerHead", 50));
        card.put("inputs", List.of("input_ids", "attention_mask"));
        card.put("output", "logits");
        card.put("precision", "fp32");
        card.put("batchInvariant", true);
        card.put("goldenTolerance", 0.001);
    }

    ForeignBundle with(String file, byte[] content) {
        files.put(file, content);
        return this;
    }

    /** On a server: there is no graph, and nothing is said of one. */
    ForeignBundle on(String dialect, String server) {
        files.remove("model.onnx");
        List.of("inputs", "output", "batchInvariant").forEach(card::remove);
        return saying("batchInvariant", false)
                .saying("remote", Map.of("dialect", dialect, "server", server, "model", "tiny"));
    }

    ForeignBundle saying(String field, Object value) {
        card.put(field, value);
        return this;
    }

    ForeignBundle silentOn(String field) {
        card.remove(field);
        return this;
    }

    /** @param score what the model gives to a conversation */
    Path write(Path folder, ToDoubleFunction<List<Message>> score) throws IOException {
        var golden = new ArrayList<Map<String, Object>>();
        for (var conversation : CONVERSATIONS) {
            golden.add(Map.of("messages", conversation, "score", score.applyAsDouble(conversation)));
        }
        card.putIfAbsent("golden", golden);
        var hashes = new TreeMap<String, String>();
        for (var file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
            hashes.put(file.getKey(), Sha256.of(file.getValue()));
        }
        card.putIfAbsent("files", hashes);
        Files.write(folder.resolve("reward-model.json"), Bundle.JSON.writeValueAsBytes(card));
        return folder;
    }
}
