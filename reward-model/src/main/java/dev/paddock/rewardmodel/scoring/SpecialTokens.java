package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.llama.Prompt.Mark;
import dev.paddock.rewardmodel.llama.Prompt.Piece;
import dev.paddock.rewardmodel.llama.Prompt.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tokenizer's special tokens, found in the texts of a card. What people write never comes here. */
final class SpecialTokens {

    private final Pattern any;

    SpecialTokens(Set<String> tokens) {
        this.any = Pattern.compile(tokens.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    List<Piece> in(String text) {
        var pieces = new ArrayList<Piece>();
        var found = any.matcher(text);
        var done = 0;
        while (found.find() && !found.group().isEmpty()) {
            if (found.start() > done) {
                pieces.add(new Text(text.substring(done, found.start())));
            }
            pieces.add(new Mark(found.group()));
            done = found.end();
        }
        if (done < text.length()) {
            pieces.add(new Text(text.substring(done)));
        }
        return pieces;
    }

    Stream<String> textsIn(String text) {
        return in(text).stream().filter(Text.class::isInstance).map(Piece::content);
    }

    /** @throws IllegalArgumentException where there is anything else in the text */
    List<Piece> only(@Nullable String text) {
        var pieces = text == null ? List.<Piece>of() : in(text);
        for (var piece : pieces) {
            if (piece instanceof Text) {
                throw new IllegalArgumentException("The template has '" + text
                        + "' where special tokens belong; the tokenizer has no special token " + piece.content());
            }
        }
        return pieces;
    }
}
