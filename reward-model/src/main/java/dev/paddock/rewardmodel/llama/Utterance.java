package dev.paddock.rewardmodel.llama;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Makes text of token bytes. Half characters are held back until their rest comes, and so is whatever might yet become a stop text.
 */
final class Utterance {

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final List<String> stops;
    private final TokenSink sink;
    private final StringBuilder text = new StringBuilder();
    private ByteBuffer undecoded = ByteBuffer.allocate(0);
    private boolean dropsLeadingSpace;
    private int told;
    private double logProbability;

    Utterance(List<String> stops, boolean dropsLeadingSpace, TokenSink sink) {
        this.stops = stops;
        this.dropsLeadingSpace = dropsLeadingSpace;
        this.sink = sink;
    }

    /** Returns whether the text is over: a stop text was reached, and cut off together with all behind it. */
    boolean add(byte[] bytes, double logProbability) {
        this.logProbability += logProbability;
        decode(bytes, false);
        return tellAll(true);
    }

    /** Tells what is still held back; half a character becomes the replacement character. */
    void finish() {
        decode(new byte[0], true);
        tellAll(false);
    }

    String text() {
        return text.substring(0, told);
    }

    private void decode(byte[] bytes, boolean last) {
        var input = ByteBuffer.allocate(undecoded.remaining() + bytes.length)
                .put(undecoded)
                .put(bytes)
                .flip();
        var output = CharBuffer.allocate(input.remaining() + 1);
        decoder.decode(input, output, last);
        undecoded = input;
        text.append(output.flip());
        if (dropsLeadingSpace && !text.isEmpty()) {
            dropsLeadingSpace = false;
            text.delete(0, text.charAt(0) == ' ' ? 1 : 0);
        }
    }

    private boolean tellAll(boolean more) {
        var stop = firstStop();
        if (stop >= 0) {
            text.setLength(stop);
        }
        tell(text.length() - (more && stop < 0 ? beginningOfStop() : 0));
        return stop >= 0;
    }

    private void tell(int end) {
        if (end > told) {
            var piece = text.substring(told, end);
            told = end;
            sink.piece(piece, logProbability);
            logProbability = 0;
        }
    }

    private int firstStop() {
        return stops.stream()
                .mapToInt(stop -> text.indexOf(stop, told))
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
    }

    /** Length of the longest end of the text that a stop text begins with. */
    private int beginningOfStop() {
        var longest = stops.stream().mapToInt(String::length).max().orElse(1) - 1;
        for (var length = Math.min(longest, text.length() - told); length > 0; length--) {
            var end = text.substring(text.length() - length);
            if (stops.stream().anyMatch(stop -> stop.startsWith(end))) {
                return length;
            }
        }
        return 0;
    }
}
