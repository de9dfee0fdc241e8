package dev.paddock.prompts;

import dev.paddock.shared.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HexFormat;

/** Tells by a file's first bytes what it is, so that a spreadsheet is not refused line by line. */
final class Utf8 {

    private static final int HEAD = 4;

    private Utf8() {}

    /** @return the same text without a byte order mark */
    static InputStream begin(InputStream file) throws IOException {
        var head = file.readNBytes(HEAD);
        var hex = HexFormat.of().formatHex(head);
        require(
                !hex.startsWith("504b0304"),
                "is a spreadsheet or a zip archive. Save the sheet as 'CSV UTF-8', or unpack the archive");
        require(!hex.startsWith("1f8b"), "is compressed. Unpack it first");
        // Half of the bytes of Western text in UTF-16 are zero; UTF-8 text has none.
        boolean utf16 = hex.startsWith("fffe") || hex.startsWith("feff") || hex.matches("(..)*00(..)*");
        require(!utf16, "is in UTF-16, or not text. Save it as UTF-8");
        int mark = hex.startsWith("efbbbf") ? 3 : 0;
        var rest = new PushbackInputStream(file, HEAD);
        rest.unread(head, mark, head.length - mark);
        return rest;
    }

    private static void require(boolean right, String reason) {
        if (!right) {
            throw new InvalidInput("file", reason);
        }
    }
}
