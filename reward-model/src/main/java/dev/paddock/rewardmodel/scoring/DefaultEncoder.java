package dev.paddock.rewardmodel.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The encoder behind the default reward models: bge-small-en-v1.5 as int8, from two files of a jar on the class path. */
public final class DefaultEncoder {

    public static final String NAME = "BAAI/bge-small-en-v1.5, int8 dynamic";
    public static final String LICENCE = "MIT";
    public static final int LAYERS = 12;
    public static final int WIDTH = 384;

    private DefaultEncoder() {}

    public static byte[] onnx() {
        return resource("/bge-small-en-v1.5-q.onnx");
    }

    public static byte[] tokenizer() {
        return resource("/bge-small-en-v1.5-q-tokenizer.json");
    }

    private static byte[] resource(String name) {
        try (var stream = DefaultEncoder.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The default encoder's jar is not on the class path: " + name + " is missing");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
