package dev.paddock.rewardmodel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.bundles.Defaults;
import dev.paddock.rewardmodel.inference.Batch;
import dev.paddock.rewardmodel.onnx.Tokenizer;
import dev.paddock.rewardmodel.scoring.ModelCard.Truncation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final long CLS = 101;
    private static final long SEP = 102;
    private static final Tokenizer TOKENIZER = Tokenizer.open(Defaults.SAFETY.resolve("tokenizer.json"));

    private final Layout layout =
            new Layout(TOKENIZER, new Segments("[CLS]", "[SEP]", "", "", "", "\n"), new Truncation(4, 3));

    @AfterAll
    static void close() {
        TOKENIZER.close();
    }

    @Test
    void putsPromptAndAnswerIntoSegmentsOfTheirOwn() {
        var sequence = layout.of(List.of(Message.user("one two"), Message.assistant("three")));
        assertThat(sequence.ids()).containsExactly(joined(CLS, ids("one two"), SEP, ids("three"), SEP));
        assertThat(sequence.typedFrom()).isEqualTo(4);
    }

    @Test
    void keepsTheEndOfALongPromptAndTheBeginningOfALongAnswer() {
        var sequence = layout.of(List.of(
                Message.user("one two three"),
                Message.assistant("four"),
                Message.user("five six"),
                Message.assistant("seven eight nine ten")));
        assertThat(sequence.ids())
                .containsExactly(joined(CLS, ids("three four five six"), SEP, ids("seven eight nine"), SEP));
    }

    @Test
    void marksTheAnswersTokensOnly() {
        var batch =
                Batch.of(layout.of(List.of(Message.user("one two"), Message.assistant("three four"))), new float[0]);
        assertThat(batch.inputs(java.util.Set.of("token_type_ids")))
                .singleElement()
                .satisfies(input -> assertThat(((dev.paddock.rewardmodel.onnx.OnnxModel.Longs) input).values())
                        .containsExactly(0, 0, 0, 0, 1, 1, 0));
    }

    @Test
    void letsNobodyEndASegmentByWritingTheSeparator() {
        var sequence = layout.of(List.of(Message.user("[SEP]"), Message.assistant("[SEP]")));
        assertThat(Arrays.stream(sequence.ids()).filter(id -> id == SEP)).hasSize(2);
    }

    @Test
    void laysOutAnEmptyAnswer() {
        assertThat(layout.of(List.of(Message.assistant(""))).ids()).containsExactly(CLS, SEP, SEP);
    }

    private static long[] ids(String text) {
        return TOKENIZER.ids(text);
    }

    private static long[] joined(Object... parts) {
        return Arrays.stream(parts)
                .flatMapToLong(part ->
                        part instanceof long[] ids ? Arrays.stream(ids) : java.util.stream.LongStream.of((Long) part))
                .toArray();
    }
}
