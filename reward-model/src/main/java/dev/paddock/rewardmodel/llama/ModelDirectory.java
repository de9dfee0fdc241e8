package dev.paddock.rewardmodel.llama;

import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.UnusableWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of a model in the layout of Optimum and transformers.js, the graph at the top or in a folder {@code onnx}. */
record ModelDirectory(Path path, Path graph, JsonNode config, JsonNode tokenizerConfig) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The whole one before the smaller ones, where an export comes in several precisions. */
    private static final List<String> GRAPHS = List.of(
            "model.onnx",
            "decoder_model_merged.onnx",
            "model_quantized.onnx",
            "model_int8.onnx",
            "model_q4.onnx",
            "model_fp16.onnx",
            "model_q4f16.onnx");

    static ModelDirectory of(Path path) throws IOException {
        var graph = GRAPHS.stream()
                .flatMap(name ->
                        Stream.of(path.resolve(name), path.resolve("onnx").resolve(name)))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new UnusableWeights("%s has no model.onnx.".formatted(path)));
        var config = json(path.resolve("config.json"));
        var optional = path.resolve("tokenizer_config.json");
        return new ModelDirectory(
                path, graph, config, Files.exists(optional) ? json(optional) : JSON.createObjectNode());
    }

    private static JsonNode json(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableWeights("%s is missing.".formatted(file));
        }
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw new UnusableWeights("%s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }

    Vocabulary vocabulary() throws IOException {
        var file = path.resolve("tokenizer.json");
        if (!Files.isRegularFile(file)) {
            throw new UnusableWeights("%s is missing.".formatted(file));
        }
        return Vocabulary.read(file);
    }

    /** The chat template's own format. Llama 2's files are older than the habit of carrying a template, hence the last resort. */
    PromptFormat promptFormat(Vocabulary vocabulary) throws IOException {
        var separate = path.resolve("chat_template.jinja");
        var template = Files.exists(separate)
                ? Files.readString(separate)
                : tokenizerConfig.path("chat_template").asString("");
        if (template.isEmpty() && vocabulary.startsWithSpace() && vocabulary.has("<s>")) {
            return new Llama2Inst();
        }
        return PromptFormat.of(template);
    }

    String name() {
        return config.path("_name_or_path").asString(path.getFileName().toString());
    }

    String architecture() {
        return config.path("architectures").path(0).asString("LlamaForCausalLM");
    }

    int contextLength() {
        return config.path("max_position_embeddings").asInt(2048);
    }

    IntStream endTokens() {
        var ends = config.path("eos_token_id");
        return ends.isArray()
                ? ends.valueStream().mapToInt(JsonNode::asInt)
                : ends.isNumber() ? IntStream.of(ends.asInt()) : IntStream.empty();
    }

    String weightsSha256() throws IOException {
        var recorded = config.path("paddock_weights_sha256").asString("");
        return recorded.isEmpty() ? Sha256.of(graphAndWeights()) : recorded;
    }

    private List<Path> graphAndWeights() throws IOException {
        var stem = graph.getFileName().toString().replace(".onnx", "");
        try (var files = Files.list(graph.toAbsolutePath().getParent())) {
            return files.filter(file -> file.getFileName().toString().matches(stem + "\\.(onnx|data|onnx[._]data.*)"))
                    .sorted()
                    .toList();
        }
    }
}
