package dev.paddock.rewardmodel.bundles;

import dev.paddock.rewardmodel.Durable;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The two reward models that Paddock brings: heads kept with the source, joined with the encoder of a jar when first needed. */
public final class DefaultBundles {

    private DefaultBundles() {}

    /**
     * Writes a default's bundle into a folder of its own below the one given, or finds it there from an earlier call. Takes about a second
     * and 27 MB. A bundle appears whole or not at all, also when two processes do this at once or one is killed half-way.
     *
     * @throws IOException where the folder cannot be written to or the disk is full
     */
    public static Path materialise(Path folder, ModelKind kind) throws IOException {
        return new BundleWriter(folder)
                .write(head(kind), new String(resource(kind, "card.md"), StandardCharsets.UTF_8));
    }

    /** The same, where what an earlier call left there turned out to be damaged. */
    public static Path materialiseAgain(Path folder, ModelKind kind) throws IOException {
        var damaged = materialise(folder, kind);
        var aside = Files.createTempDirectory(folder, ".damaged-");
        Files.move(damaged, aside, StandardCopyOption.ATOMIC_MOVE);
        Durable.delete(aside);
        return materialise(folder, kind);
    }

    /** Whether that is the card of one of them, of this version or an earlier one. */
    public static boolean haveCard(ModelCard card) throws IOException {
        return card.name().equals(head(card.kind()).card().name());
    }

    /** How the names of the bundles of all versions of a default begin. */
    public static String family(ModelKind kind) throws IOException {
        return kind.label() + "-" + head(kind).card().name() + "-";
    }

    public static Head head(ModelKind kind) throws IOException {
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
