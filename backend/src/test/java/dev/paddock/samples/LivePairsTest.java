package dev.paddock.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.models.Models;
import dev.paddock.rewardmodel.Message;
import dev.paddock.samples.openai.Trouble;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.InvalidInput;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LivePairsTest extends LiveWorld {

    @Test
    void twoVariantsAnswerAndTheConversationGoesOnFromTheChosenOne() {
        var conversation = opened();
        var first = settled(conversations.request(conversation.id(), "Tell me about the herd."));

        assertThat(first.state()).isEqualTo(TurnState.READY);
        var pair = pairOf(first);
        assertThat(pair).extracting(sample -> sample.provenance().variantId()).doesNotHaveDuplicates();
        assertThat(pair).allSatisfy(sample -> {
            assertThat(sample.state()).isEqualTo(SampleState.FINISHED);
            assertThat(sample.text()).startsWith("the ");
            assertThat(sample.outcome().completionTokens()).isPositive();
            assertThat(sample.outcome().modelReported()).isEqualTo("babbler-1");
            assertThat(sample.outcome().finishedAt())
                    .isAfterOrEqualTo(sample.outcome().firstTokenAt());
            assertThat(sample.provenance().temperature()).isBetween(0.5, 1.0);
            assertThat(sample.provenance().seed()).isBetween(0L, (1L << 31) - 1);
            assertThat(sample.provenance().promptSha256()).hasSize(64);
        });

        conversations.choose(first.id(), pair.get(1).id());
        settled(conversations.request(conversation.id(), "Go on."));

        assertThat(conversations.messages(conversation.id()))
                .containsExactly(
                        Message.user("Tell me about the herd."),
                        Message.assistant(pair.get(1).text()),
                        Message.user("Go on."));
        assertThat(server.requests().getLast().path("messages").size()).isEqualTo(3);
    }

    @Test
    void wantsAChoiceBeforeTheNextMessage() {
        var conversation = opened();
        settled(conversations.request(conversation.id(), "Hello there."));

        assertThatThrownBy(() -> conversations.request(conversation.id(), "And?"))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void refusesEmptyOverlongAndUnstorableMessagesBeforeAnythingIsSent() {
        var conversation = opened();

        assertThatThrownBy(() -> conversations.request(conversation.id(), " ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> conversations.request(conversation.id(), "a\0b"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> conversations.request(conversation.id(), "word ".repeat(2_000)))
                .isInstanceOf(ConversationTooLong.class);
        assertThat(server.requests()).isEmpty();
        assertThat(conversations.turns(conversation.id())).isEmpty();
    }

    @Test
    void provenanceIsOnRecordBeforeTheServerHearsOfIt() {
        server.always(Trouble.MUTE);
        var turn = conversations.request(opened().id(), "Hello there.");

        assertThat(samples.attempts(turn.id())).hasSize(2).allSatisfy(sample -> {
            assertThat(sample.state()).isEqualTo(SampleState.STARTED);
            assertThat(sample.provenance().seed()).isNotNull();
            assertThat(sample.provenance().promptSha256()).hasSize(64);
        });
        conversations.cancel(turn.id());
    }

    @Test
    void sendsExactlyWhatIsOnRecord() {
        var turn = settled(conversations.request(opened().id(), "Hello there."));
        var recorded = pairOf(turn).stream()
                .map(sample ->
                        sample.provenance().seed() + " " + sample.provenance().temperature())
                .toList();

        assertThat(server.requests())
                .extracting(body -> body.path("seed").asLong() + " "
                        + body.path("temperature").asDouble())
                .containsExactlyInAnyOrderElementsOf(recorded);
    }

    @Test
    void oneSideThatFailsIsAskedAgainWithTheSameDecoding() {
        server.next(Trouble.CUT);
        var turn = settled(conversations.request(opened().id(), "Hello there."));

        assertThat(turn.state()).isEqualTo(TurnState.READY);
        assertThat(turn.attempt()).isEqualTo(1);
        var attempts = samples.attempts(turn.id());
        var failed = attempts.stream()
                .filter(sample -> sample.state() == SampleState.FAILED)
                .toList();
        assertThat(attempts).hasSize(3);
        assertThat(failed).hasSize(1);
        assertThat(failed.getFirst().reason()).startsWith("broken");
        assertThat(attempts)
                .filteredOn(sample -> sample.slot() == failed.getFirst().slot())
                .extracting(sample -> sample.provenance().seed())
                .containsOnly(failed.getFirst().provenance().seed());
    }

    @Test
    void aPairIsDrawnTwiceAndThenFailsWithASentenceThatNamesNoModel() {
        server.always(Trouble.CUT);
        var turn = settled(conversations.request(opened().id(), "Hello there."));

        assertThat(turn.state()).isEqualTo(TurnState.FAILED);
        assertThat(turn.attempt()).isEqualTo(2);
        assertThat(turn.failure()).isNotBlank().doesNotContain("babbler").doesNotContain("variant");
        assertThat(samples.attempts(turn.id()))
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.state())
                        .isIn(SampleState.FAILED, SampleState.CANCELLED, SampleState.DISCARDED));

        server.always(Trouble.NONE);
        assertThat(settled(conversations.redraw(turn.id())).state()).isEqualTo(TurnState.READY);
    }

    @Test
    void emptyAnswersAreDrawnAgainAndNeverShown() {
        server.always(Trouble.EMPTY);
        var turn = settled(conversations.request(opened().id(), "Hello there."));

        assertThat(turn.state()).isEqualTo(TurnState.FAILED);
        assertThat(samples.attempts(turn.id())).extracting(Sample::reason).contains("hardly an answer");
    }

    @Test
    void answersThatStayAlikeAreKeptAndMarked() {
        models = LiveModels.at(context, server.base(), 4, 0);
        models.addVariant(0, 0, 1024);
        campaign = models.campaign();
        server.always(Trouble.SAME);
        var turn = settled(conversations.request(opened().id(), "Hello there."));

        assertThat(turn.state()).isEqualTo(TurnState.READY);
        assertThat(pairOf(turn)).allMatch(Sample::nearDuplicate);
        assertThat(samples.attempts(turn.id())).hasSize(4);
        assertThat(pairOf(turn).get(1).provenance().temperature()).isEqualTo(0.2);
    }

    @Test
    void aCancelStopsBothServersStreams() {
        server.always(Trouble.STALL);
        var turn = conversations.request(opened().id(), "Hello there.");
        waitFor(() -> server.requests().size() == 2);
        conversations.cancel(turn.id());

        waitFor(() -> server.hungUp() == 2);
        waitFor(() -> !runs.ids().contains(turn.id()));
        assertThat(conversations.turn(turn.id()).state()).isEqualTo(TurnState.CANCELLED);
        assertThat(samples.attempts(turn.id())).extracting(Sample::state).containsOnly(SampleState.CANCELLED);
    }

    @Test
    void manyPairsOnTwoSlotsAllGetThere() {
        models = LiveModels.at(context, server.base(), 2, 2);
        campaign = models.campaign();
        var turns = IntStream.range(0, 12)
                .mapToObj(i -> conversations.request(opened().id(), "Question number " + i))
                .toList();

        assertThat(turns).allSatisfy(turn -> assertThat(settled(turn).state()).isEqualTo(TurnState.READY));
    }

    @Test
    void aPairOnOneSlotComesOneAfterTheOther() {
        models = LiveModels.at(context, server.base(), 1, 2);
        campaign = models.campaign();

        assertThat(settled(conversations.request(opened().id(), "Hello there.")).state())
                .isEqualTo(TurnState.READY);
    }

    @Test
    void saysWhyNothingCanAnswer() {
        var bean = context.getBean(Generators.class);
        assertThat(bean.available(campaign.id())).isEmpty();
        models.variants().forEach(variant -> context.getBean(Models.class).enable(models.olive(), variant.id(), false));

        assertThat(bean.available(campaign.id()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("lead"));
        assertThatThrownBy(() -> conversations.request(opened().id(), "Hello there."))
                .isInstanceOf(NoModelAnswers.class);
    }

    @Test
    void aBusyServerIsLeftInPeaceOnceItHasBeenAskedAgain() {
        server.always(Trouble.TOO_MANY_429);
        var turn = settled(conversations.request(opened().id(), "Hello there."));

        assertThat(turn.state()).isEqualTo(TurnState.FAILED);
        assertThat(turn.failure()).contains("busy");
        assertThat(server.requests()).hasSizeLessThanOrEqualTo(4);
    }
}
