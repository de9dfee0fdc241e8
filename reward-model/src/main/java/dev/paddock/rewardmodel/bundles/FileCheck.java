package dev.paddock.rewardmodel.bundles;

import dev.paddock.rewardmodel.FileTrouble;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.onnx.GraphFile;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether the files of a bundle are those that its card vouches for, before any of them is opened. */
record FileCheck(Path folder, ModelCard card) {

    /** In bytes: three times the largest in use. */
    private static final long MOST_TOKENIZER = 100 << 20;

    /**
     * @throws BundleRefused where they are not
     * @throws dev.paddock.rewardmodel.onnx.ModelUnreadable where the graph is none
     */
    void check() {
        card.files().keySet().forEach(this::checkName);
        needed().forEach(this::checkVouchedFor);
        checkSize(Bundle.TOKENIZER, MOST_TOKENIZER);
        checkSize(Bundle.FOR_PEOPLE, Bundle.MOST_FOR_PEOPLE);
        card.files().forEach(this::checkHash);
        if (card.remote() == null) {
            checkGraph();
        }
    }

    private void checkName(String name) {
        if (!isFileName(name)) {
            throw new BundleRefused(folder, "'" + name + "' is not the name of a file in it");
        }
    }

    private List<String> needed() {
        var needed = new ArrayList<>(List.of(Bundle.TOKENIZER));
        if (card.remote() == null) {
            needed.add(Bundle.MODEL);
        }
        if (Files.exists(folder.resolve(Bundle.FOR_PEOPLE))) {
            needed.add(Bundle.FOR_PEOPLE);
        }
        return needed;
    }

    private void checkVouchedFor(String name) {
        if (!card.files().containsKey(name)) {
            throw new BundleRefused(folder, Bundle.CARD + " lists no SHA-256 for " + name);
        }
    }

    /** Of files that are read whole; one that is not there is told by its hash. */
    private void checkSize(String name, long most) {
        var file = folder.resolve(name).toFile();
        if (file.length() > most) {
            throw new BundleRefused(folder, "its " + name + " is larger than " + most + " bytes");
        }
    }

    private void checkHash(String name, String expected) {
        try {
            if (!Sha256.of(folder.resolve(name)).equals(expected)) {
                throw new BundleRefused(
                        folder,
                        name + " is not the file it was made with: its SHA-256 differs, so it was cut off or changed");
            }
        } catch (IOException e) {
            throw new BundleRefused(folder, "its " + name + " cannot be read (" + FileTrouble.words(e) + ")", e);
        }
    }

    private void checkGraph() {
        var graph = GraphFile.read(folder.resolve(Bundle.MODEL));
        checkPrecision(graph);
        for (var external : graph.externalData()) {
            if (!isFileName(external)) {
                throw new BundleRefused(
                        folder,
                        Bundle.MODEL + " keeps weights in '" + external + "', which is not the name of a file in it");
            }
            if (!card.files().containsKey(external)) {
                throw new BundleRefused(
                        folder,
                        Bundle.MODEL + " keeps weights in '" + external + "', which " + Bundle.CARD
                                + " lists no SHA-256 for");
            }
        }
    }

    /** Scores of graphs that quantise as they go hang on the batch, which the golden check may be too coarse to show. */
    private void checkPrecision(GraphFile graph) {
        if (graph.quantised() != null && card.precision() != Precision.INT8) {
            throw new BundleRefused(
                    folder,
                    "its card says " + card.precision().label() + ", but " + Bundle.MODEL + " reckons in int8 ("
                            + graph.quantised() + ")");
        }
    }

    static boolean isFileName(String name) {
        try {
            return !name.isBlank()
                    && !name.startsWith(".")
                    && !name.contains("\\")
                    && Path.of(name).equals(Path.of(name).getFileName());
        } catch (InvalidPathException unspeakable) {
            return false;
        }
    }
}
