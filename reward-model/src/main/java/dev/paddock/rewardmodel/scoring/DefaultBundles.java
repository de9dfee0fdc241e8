package dev.paddock.rewardmodel.scoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** The two reward models that Paddock brings: heads kept with the source, joined with the encoder of a jar when first needed. */
public final class DefaultBundles {

    private DefaultBundles() {}

    /** Where the two bundles lie, to be opened with {@link Bundle#open}. */
    public record Folders(Path helpfulness, Path safety) {}

    /**
     * Writes both bundles below a folder, each in its own, or finds them there from an earlier call. Takes about a second and 50 MB. A
     * bundle appears whole or not at all, also when two processes do this at once or one is killed half-way.
     *
     * @throws IOException where the folder cannot be written to or the disk is full
     */
    public static Folders materialise(Path folder) throws IOException {
        return new Folders(materialise(folder, ModelKind.HELPFULNESS), materialise(folder, ModelKind.SAFETY));
    }

    private static Path materialise(Path folder, ModelKind kind) throws IOException {
        return new BundleWriter(folder)
                .write(head(kind), new String(resource(kind, "card.md"), StandardCharsets.UTF_8));
    }

    static Head head(ModelKind kind) throws IOException {
        return Bundle.JSON.readValue(resource(kind, "head.json"), Head.class);
    }

    private static byte[] resource(ModelKind kind, String file) throws IOException {
        var name = "/dev/paddock/rewardmodel/defaults/" + kind.label() + "/" + file;
        try (var stream = DefaultBundles.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, "Not built into this jar: " + name)
                    .readAllBytes();
        }
    }
}
