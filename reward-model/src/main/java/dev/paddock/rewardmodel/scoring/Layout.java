package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.llama.Prompt.Mark;
import dev.paddock.rewardmodel.llama.Prompt.Piece;
import dev.paddock.rewardmodel.llama.Prompt.Text;
import dev.paddock.rewardmodel.onnx.Tokenizer;
import dev.paddock.rewardmodel.onnx.Tokenizer.Cut;
import dev.paddock.rewardmodel.scoring.ModelCard.Template;
import dev.paddock.rewardmodel.scoring.ModelCard.Truncation;
import dev.paddock.rewardmodel.scoring.features.Excerpt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays a conversation out as tokens: of a long prompt its end, of a long answer its beginning. */
public final class Layout {

    private final Tokenizer tokenizer;
    private final Template template;
    private final Truncation truncation;
    private final SpecialTokens specials;

    public Layout(Tokenizer tokenizer, Template template, Truncation truncation) {
        this.tokenizer = tokenizer;
        this.template = template;
        this.truncation = truncation;
        this.specials = new SpecialTokens(tokenizer.specials());
    }

    /** @throws IllegalArgumentException where the tokenizer lacks a special token that the template needs */
    public Sequence of(List<Message> conversation) {
        var written = written(conversation);
        var shared = tokenizer.split(written.text(), written.answer());
        var opening = ids(written.opening());
        var prompt = LongStream.concat(Arrays.stream(ids(written.prompt())), Arrays.stream(shared.before()))
                .toArray();
        var keptPrompt = Arrays.copyOfRange(prompt, Math.max(0, prompt.length - promptTail()), prompt.length);
        var answer = Arrays.copyOf(shared.after(), Math.min(shared.after().length, truncation.answerHead()));
        var closing = ids(written.closing());
        var start = opening.length + keptPrompt.length;
        return sequence(Stream.of(opening, keptPrompt, answer, closing), start, start + answer.length);
    }

    /** The same as text, for a reader with a tokenizer of its own: it may cut it into other tokens where prompt and answer meet. */
    public Cut text(List<Message> conversation) {
        var written = written(conversation);
        var answer = written.text().substring(written.answer());
        var prompt = new ArrayList<>(written.prompt());
        prompt.add(new Text(written.text().substring(0, written.answer())));
        return joined(Stream.of(
                whole(written.opening()),
                tail(prompt, promptTail()),
                tokenizer.head(answer, truncation.answerHead()),
                whole(written.closing())));
    }

    private Cut tail(List<Piece> pieces, int most) {
        var kept = new ArrayList<Cut>();
        var left = most;
        for (var piece : pieces.reversed()) {
            if (left == 0) {
                break;
            }
            kept.addFirst(tail(piece, left));
            left -= kept.getFirst().tokens();
        }
        return joined(kept.stream());
    }

    private Cut whole(List<Piece> pieces) {
        return joined(pieces.stream().map(piece -> tail(piece, Integer.MAX_VALUE)));
    }

    private Cut tail(Piece piece, int most) {
        return switch (piece) {
            case Mark(var mark) -> new Cut(mark, 1);
            case Text(var text) -> tokenizer.tail(text, most);
        };
    }

    private static Cut joined(Stream<Cut> cuts) {
        return cuts.reduce(new Cut("", 0), (a, b) -> new Cut(a.text() + b.text(), a.tokens() + b.tokens()));
    }

    /** The messages themselves, for a reader with a template of its own, which cuts them, too. */
    public List<Message> messages(List<Message> conversation) {
        return shortened(conversation).stream()
                .map(message -> new Message(message.role(), tokenizer.plain(message.content())))
                .toList();
    }

    /** The id of the token that fills up shorter rows. */
    public long pad() {
        return switch (template) {
            case Segments _, Messages _ -> 0;
            case Chat chat -> id(chat.pad());
            case Turns turns -> id(turns.pad());
        };
    }

    private Written written(List<Message> conversation) {
        return switch (template) {
            case Segments segments -> segments.written(conversation);
            case Chat chat -> chat.written(shortened(conversation));
            case Turns turns -> turns.written(shortened(conversation), specials);
            case Messages _ -> throw new IllegalArgumentException("'messages' is for models on a server");
        };
    }

    /** So that a text of any length costs a bounded time: hardly a token has more than sixteen characters. */
    private List<Message> shortened(List<Message> conversation) {
        var messages = new ArrayList<Message>();
        for (var message : conversation.subList(0, conversation.size() - 1)) {
            var content = Excerpt.tail(message.content(), characters(truncation.promptTail()));
            messages.add(new Message(message.role(), content));
        }
        var answer = Excerpt.head(conversation.getLast().content(), characters(truncation.answerHead()));
        messages.add(Message.assistant(answer));
        return messages;
    }

    private static int characters(int tokens) {
        return Math.max(Excerpt.LIMIT, 16 * tokens);
    }

    /** The separator of segments, which is the prompt's last token, was never counted. */
    private int promptTail() {
        return truncation.promptTail() + (template instanceof Segments ? 1 : 0);
    }

    private Sequence sequence(Stream<long[]> parts, int answerStart, int answerEnd) {
        var ids = parts.flatMapToLong(Arrays::stream).toArray();
        return switch (template) {
            case Segments _ -> new Sequence(ids, answerStart, answerEnd);
            case Chat _, Messages _ -> Sequence.ofOneType(ids);
            case Turns turns ->
                Boolean.TRUE.equals(turns.pair())
                        ? new Sequence(ids, answerStart, ids.length)
                        : Sequence.ofOneType(ids);
        };
    }

    private long[] ids(List<Piece> pieces) {
        return pieces.stream()
                .flatMapToLong(piece -> switch (piece) {
                    case Mark(var mark) -> LongStream.of(tokenizer.special(mark));
                    case Text(var text) -> Arrays.stream(tokenizer.ids(text));
                })
                .toArray();
    }

    private long id(@Nullable String special) {
        return special == null ? 0 : tokenizer.special(special);
    }
}
