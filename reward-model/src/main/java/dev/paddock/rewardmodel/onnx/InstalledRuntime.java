package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * ONNX Runtime as somebody installed it, built for a GPU for instance, in the place of the one in the jar. Its archives for C hold no
 * binding for Java, and with a folder of its own ONNX Runtime wants the binding there too: where it is absent, a folder is made that links
 * to the installed files and has the jar's binding beside them.
 */
public final class InstalledRuntime {

    /** As ONNX Runtime names it; it is read when the first model is opened, and never again. */
    private static final String PROPERTY = "onnxruntime.native.path";

    private static final String LIBRARY = System.mapLibraryName("onnxruntime");
    private static final String BINDING = System.mapLibraryName("onnxruntime4j_jni");

    private InstalledRuntime() {}

    /**
     * To be called before the first model is opened; later it has no effect.
     *
     * @param folder with ONNX Runtime's shared library and those of its execution providers
     * @throws IllegalArgumentException where there is none, or one of another version than the jar's
     */
    public static void use(Path folder) {
        var installed = folder.toAbsolutePath();
        var library = installed.resolve(LIBRARY);
        if (!Files.isRegularFile(library)) {
            throw new IllegalArgumentException("There is no " + LIBRARY + " in " + installed
                    + ". Name the folder of an installed ONNX Runtime that holds it.");
        }
        // Absent where somebody put the classes into a jar of their own; ONNX Runtime itself then refuses what is too
        // old.
        var needed = OrtEnvironment.class.getPackage().getImplementationVersion();
        var found = version(library);
        if (needed != null && !found.equals(needed)) {
            throw new IllegalArgumentException(
                    library + " is ONNX Runtime " + found + ". Install " + needed + ", which Paddock was built with.");
        }
        var whole = Files.exists(installed.resolve(BINDING)) ? installed : withBinding(installed);
        System.setProperty(PROPERTY, whole.toString());
    }

    /** The library stays open: it is the one that will be used, and cannot be closed safely. */
    private static String version(Path library) {
        try {
            return NativeApi.of(SymbolLookup.libraryLookup(library, Arena.global()))
                    .version();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(library + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static Path withBinding(Path installed) {
        try (var files = Files.list(installed);
                var binding = OrtEnvironment.class.getResourceAsStream("native/" + platform() + "/" + BINDING)) {
            var joined = Files.createTempDirectory("onnxruntime");
            joined.toFile().deleteOnExit();
            for (var file : files.toList()) {
                var link = Files.createSymbolicLink(joined.resolve(file.getFileName()), file);
                link.toFile().deleteOnExit();
            }
            Files.copy(Objects.requireNonNull(binding, platform()), joined.resolve(BINDING));
            joined.resolve(BINDING).toFile().deleteOnExit();
            return joined;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    installed + " holds no " + BINDING + ", and it cannot be put beside its files: " + e, e);
        }
    }

    /** As the folders in ONNX Runtime's jar are named. */
    private static String platform() {
        var system = System.getProperty("os.name").startsWith("Mac") ? "osx" : "linux";
        return system + (System.getProperty("os.arch").equals("aarch64") ? "-aarch64" : "-x64");
    }
}
