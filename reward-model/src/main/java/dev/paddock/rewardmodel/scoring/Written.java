package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.llama.Prompt.Piece;
import dev.paddock.rewardmodel.llama.Prompt.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation written out by a template.
 *
 * @param opening stays when the beginning of the prompt is cut off
 * @param prompt what comes before the text that the answer is in
 * @param text the text that the answer is in, from its character {@code answer} on; what is before that belongs to the prompt
 * @param closing stays when the end of the answer is cut off
 */
record Written(List<Piece> opening, List<Piece> prompt, String text, int answer, List<Piece> closing) {

    /**
     * @param opening how many pieces that is
     * @param answer the character of all pieces together that the answer begins with
     */
    static Written of(List<Piece> pieces, int opening, int answer) {
        var before = 0;
        for (var i = 0; i < pieces.size(); i++) {
            var length = pieces.get(i).content().length();
            if (pieces.get(i) instanceof Text text && before + length >= answer) {
                return new Written(
                        pieces.subList(0, opening),
                        pieces.subList(opening, i),
                        text.content(),
                        answer - before,
                        pieces.subList(i + 1, pieces.size()));
            }
            before += length;
        }
        throw new IllegalArgumentException("The answer is nowhere in the conversation");
    }

    /** Puts neighbouring texts together: they are cut into tokens as one. */
    static final class Builder {

        private final List<Piece> pieces = new ArrayList<>();
        private int answer;

        void pieces(List<Piece> more) {
            for (var piece : more) {
                if (piece instanceof Text text) {
                    text(text.content());
                } else {
                    pieces.add(piece);
                }
            }
        }

        void text(String more) {
            var joins = !pieces.isEmpty() && pieces.getLast() instanceof Text;
            pieces.add(new Text((joins ? pieces.removeLast().content() : "") + more));
        }

        void answer(String content) {
            answer = pieces.stream().mapToInt(piece -> piece.content().length()).sum();
            text(content);
        }

        Written after(List<Piece> opening) {
            var written = of(pieces, 0, answer);
            return new Written(opening, written.prompt, written.text, written.answer, written.closing);
        }
    }
}
