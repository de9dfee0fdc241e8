package dev.paddock.rewardmodel.llama;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A rendered conversation: marks, each one token of the vocabulary, and text, which never becomes a mark whatever it says. */
public record Prompt(List<Piece> pieces) {

    public sealed interface Piece {
        String content();
    }

    public record Mark(String content) implements Piece {}

    public record Text(String content) implements Piece {}

    public String content() {
        return pieces.stream().map(Piece::content).collect(Collectors.joining());
    }

    static final class Writer {

        private final List<Piece> pieces = new ArrayList<>();

        Writer mark(String content) {
            pieces.add(new Mark(content));
            return this;
        }

        Writer text(String content) {
            pieces.add(new Text(content));
            return this;
        }

        /** Goes on with the text last written. */
        Writer more(String content) {
            return text(pieces.removeLast().content() + content);
        }

        Prompt finish() {
            return new Prompt(List.copyOf(pieces));
        }
    }
}
