package dev.paddock.samples.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every generator promises. */
public abstract class TextGeneratorContract {

    /** A model with a context of at most 4,096 tokens, slow enough that a cancel comes before its end. */
    protected abstract TextGenerator generator();

    private static final List<Message> HELLO =
            List.of(Message.system("Be brief."), Message.user("Tell me about the herd."));

    protected static Decoding decoding(int maxTokens, long seed, String... stop) {
        return new Decoding(1.0, 0.95, maxTokens, List.of(stop), seed);
    }

    @Test
    void streamsPiecesThenEndsOnce() throws Exception {
        var heard = answer(HELLO, decoding(12, 7));

        assertThat(heard.count()).isBetween(1, 12);
        assertThat(heard.text()).isNotEmpty();
        assertThat(heard.endings()).hasSize(1);
        assertThat(heard.ending().finish()).isNotNull();
    }

    @Test
    void neverExceedsMaxTokensAndSaysSo() throws Exception {
        var heard = answer(HELLO, decoding(3, 7));

        assertThat(heard.count()).isLessThanOrEqualTo(3);
        assertThat(heard.ending().finish()).isEqualTo(Ending.Finish.LENGTH);
        assertThat(heard.ending().completionTokens()).isEqualTo(3);
    }

    @Test
    void saysTheSameForTheSameSeed() throws Exception {
        var one = answer(HELLO, decoding(12, 42)).text();

        assertThat(answer(HELLO, decoding(12, 42)).text()).isEqualTo(one);
        assertThat(answer(HELLO, decoding(12, 43)).text()).isNotEqualTo(one);
    }

    @Test
    void countsThePromptAndNamesTheModel() throws Exception {
        var ending = answer(HELLO, decoding(3, 7)).ending();

        assertThat(ending.promptTokens()).isPositive();
        assertThat(ending.model()).isNotBlank();
        assertThat(ending.countedBy()).isIn("server", "paddock");
    }

    @Test
    void refusesAPromptThatDoesNotFitInsteadOfCuttingIt() throws Exception {
        var long_ = List.of(Message.user("the herd walks to the river ".repeat(2_000)));
        var heard = answer(long_, decoding(12, 7));

        assertThat(heard.failure().kind()).isEqualTo(Failure.Kind.TOO_LONG);
        assertThat(heard.count()).isZero();
    }

    @Test
    void stopsSoonAfterACancelAndEndsOnce() throws Exception {
        var heard = new Recorded(3);
        var generation = generator().generate(new GenerationRequest(HELLO, decoding(400, 11)), heard);
        heard.awaitSome();
        generation.cancel();
        generation.cancel();
        heard.awaitEnd();
        var count = heard.count();
        Thread.sleep(100);

        assertThat(heard.failure().kind()).isEqualTo(Failure.Kind.CANCELLED);
        assertThat(heard.count()).isEqualTo(count);
        assertThat(heard.endings()).hasSize(1);
    }

    @Test
    void answersSeveralAtOnce() throws Exception {
        var first = new Recorded();
        var second = new Recorded();
        generator().generate(new GenerationRequest(HELLO, decoding(12, 1)), first);
        generator().generate(new GenerationRequest(HELLO, decoding(12, 2)), second);

        assertThat(first.awaitEnd().text())
                .isEqualTo(answer(HELLO, decoding(12, 1)).text());
        assertThat(second.awaitEnd().text())
                .isEqualTo(answer(HELLO, decoding(12, 2)).text());
    }

    @Test
    void measuresThePromptWithoutSendingIt() {
        var prompt = generator().prepare(HELLO);

        assertThat(prompt.sha256())
                .hasSize(64)
                .isEqualTo(generator().prepare(HELLO).sha256());
        assertThat(generator().prepare(List.of(Message.user("Other"))).sha256()).isNotEqualTo(prompt.sha256());
        assertThat(prompt.tokens()).isPositive();
    }

    private Recorded answer(List<Message> messages, Decoding decoding) throws InterruptedException {
        var heard = new Recorded();
        generator().generate(new GenerationRequest(messages, decoding), heard);
        return heard.awaitEnd();
    }
}
