package dev.paddock.rewardmodel.bundles;

import dev.paddock.rewardmodel.Durable;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.scoring.DefaultEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** Makes bundles out of heads: the default encoder, cut to what a head reads, and the head in one ONNX file. */
public final class BundleWriter {

    private final Path parent;

    /** @param parent the folder to put bundles into; made if absent */
    public BundleWriter(Path parent) {
        this.parent = parent;
    }

    /**
     * Writes a head's bundle into a folder named after kind, name, version and content, which is returned. One that is already there is
     * left as it is.
     *
     * @param description the bundle's {@code card.md}
     * @throws IllegalArgumentException where the head was trained on another encoder than the one on the class path
     */
    public Path write(Head head, String description) throws IOException {
        var card = head.card();
        var content = Sha256.of(Bundle.JSON.writeValueAsString(head) + description);
        var target = parent.resolve(
                card.kind().label() + "-" + card.name() + "-" + card.version() + "-" + content.substring(0, 12));
        if (isThere(target)) {
            return target;
        }
        Files.createDirectories(parent);
        var draft = Files.createTempDirectory(parent, ".draft-");
        try {
            fill(draft, head, description);
            move(draft, target);
        } finally {
            Durable.delete(draft);
        }
        return target;
    }

    private static void fill(Path draft, Head head, String description) throws IOException {
        var encoder = DefaultEncoder.onnx();
        var base = head.card().base();
        if (base == null || !Sha256.of(encoder).equals(base.sha256())) {
            throw new IllegalArgumentException(
                    "The head was trained on another encoder than the one on the class path: train it again.");
        }
        var hashes = new TreeMap<String, String>();
        var files = new TreeMap<String, byte[]>();
        files.put(Bundle.MODEL, PooledEncoder.withHead(encoder, head));
        files.put(Bundle.TOKENIZER, DefaultEncoder.tokenizer());
        files.put(Bundle.FOR_PEOPLE, description.getBytes(StandardCharsets.UTF_8));
        for (var file : files.entrySet()) {
            Files.write(draft.resolve(file.getKey()), file.getValue());
            hashes.put(file.getKey(), Sha256.of(file.getValue()));
        }
        var json = Bundle.JSON
                .writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(head.card().withFiles(hashes));
        Files.write(draft.resolve(Bundle.CARD), json);
    }

    /** What is left over when another process was quicker, or when the disk was full, is deleted. */
    private static void move(Path draft, Path target) throws IOException {
        try {
            Durable.move(draft, target);
        } catch (FileSystemException e) {
            if (!isThere(target)) {
                throw e;
            }
        }
    }

    private static boolean isThere(Path bundle) {
        return Files.isRegularFile(bundle.resolve(Bundle.CARD));
    }
}
