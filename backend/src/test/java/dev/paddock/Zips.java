package dev.paddock;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives as nobody should send them. */
public final class Zips {

    private Zips() {}

    /** One that holds nothing but that file. */
    public static byte[] of(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    /** The first half of one. */
    public static byte[] cutOff(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }
}
