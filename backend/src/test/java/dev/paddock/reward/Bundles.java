package dev.paddock.reward;

import dev.paddock.rewardmodel.Durable;
import dev.paddock.rewardmodel.bundles.BundleWriter;
import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.ModelCard.Golden;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bundles as people send them: a default one under another version, sound or spoilt, or its contrary. */
public final class Bundles {

    private static final Map<ModelKind, Path> DEFAULTS = new ConcurrentHashMap<>();
    private static final Path FOLDER = folder();

    private Bundles() {}

    /** It goes when this JVM ends: a bundle has 27 MB. */
    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("bundles");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Durable.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of a default, written once for all tests: nothing in it may be changed. */
    static Path ofDefault(ModelKind kind) {
        return DEFAULTS.computeIfAbsent(kind, _ -> {
            try {
                return DefaultBundles.materialise(FOLDER, kind);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static InputStream zipped(ModelKind kind, String version) {
        return zipped(kind, card -> card.replaceFirst("\"version\" : \"[^\"]*\"", "\"version\" : \"" + version + "\""));
    }

    static InputStream zipped(ModelKind kind, UnaryOperator<String> card) {
        try {
            return zipped(ofDefault(kind), card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A default with every weight turned round: each of its scores is told from the default's by its sign. */
    public static InputStream contrary(ModelKind kind) {
        try {
            var head = DefaultBundles.head(kind);
            var weights = head.weights();
            for (var i = 0; i < weights.length; i++) {
                weights[i] = -weights[i];
            }
            var contrary = head.trained(contrary(head.card()), weights, -head.bias());
            return zipped(new BundleWriter(FOLDER).write(contrary, "# Contrary"), card -> card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A default that scores otherwise than its card says. */
    static InputStream misremembered(ModelKind kind) {
        return zipped(kind, card -> card.replaceAll("\"score\" : (?<sign>-?)", "\"score\" : ${sign}9"));
    }

    /** A default whose graph makes no number of anything. */
    static InputStream withoutNumbers(ModelKind kind) {
        try {
            var head = DefaultBundles.head(kind);
            var none = head.trained(head.card(), head.weights(), Float.NaN);
            return zipped(new BundleWriter(FOLDER).write(none, "# None"), card -> card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelCard contrary(ModelCard card) {
        return card.trained(
                "contrary",
                "1",
                Objects.requireNonNull(card.whitening()),
                Objects.requireNonNull(card.training()),
                card.heldOut(),
                card.golden().stream()
                        .map(golden -> new Golden(golden.messages(), -golden.score()))
                        .toList(),
                card.goldenTolerance(),
                "");
    }

    /** A default one without its graph: the model runs on a server, which writes conversations out itself. */
    static InputStream remote(ModelKind kind, String server) {
        return zipped(kind, text -> {
            var card = (ObjectNode) JsonMapper.shared().readTree(text);
            card.remove(List.of("inputs", "output", "features", "files"));
            card.put("name", "on-a-server");
            card.putObject("template").put("shape", "messages");
            card.putObject("remote")
                    .put("dialect", "vllm")
                    .put("server", server)
                    .put("model", "default");
            var files = (ObjectNode) JsonMapper.shared().readTree(text).path("files");
            files.remove("model.onnx");
            card.set("files", files);
            return card.toString();
        });
    }

    private static InputStream zipped(Path bundle, UnaryOperator<String> card) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes);
                var files = Files.list(bundle)) {
            // Weights are hardly made smaller by it, and it takes long.
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                zip.putNextEntry(new ZipEntry(name));
                zip.write(
                        name.equals("reward-model.json")
                                ? card.apply(Files.readString(file)).getBytes(java.nio.charset.StandardCharsets.UTF_8)
                                : Files.readAllBytes(file));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
