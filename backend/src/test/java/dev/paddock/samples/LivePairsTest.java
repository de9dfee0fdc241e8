package dev.paddock.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Campaign;
import dev.paddock.models.Models;
import dev.paddock.rewardmodel.Message;
import dev.paddock.samples.generation.Babbler;
import dev.paddock.samples.openai.LoopbackServer;
import dev.paddock.samples.openai.Trouble;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackendTest
class LivePairsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Conversations conversations;

    @Autowired
    Samples samples;

    @Autowired
    LiveTurns live;

    @Autowired
    Prefetch prefetch;

    @Autowired
    TurnKeeping keeping;

    @Autowired
    TurnRuns runs;

    @Autowired
    JdbcClient database;

    final LoopbackServer server = new LoopbackServer(new Babbler(100_000, Duration.ofMillis(3)));
    LiveModels models;
    Campaign campaign;

    @BeforeEach
    void world() {
        models = LiveModels.at(context, server.base(), 4, 2);
        campaign = models.campaign();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

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
    void refusesEmptyAndOverlongMessagesBeforeAnythingIsSent() {
        var conversation = opened();

        assertThatThrownBy(() -> conversations.request(conversation.id(), " ")).isInstanceOf(InvalidInput.class);
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
    void aFollowerHearsBothSidesGrowAndThenTheState() throws Exception {
        var page = new Following();
        final Turn turn;
        try (var slow = new LoopbackServer(new Babbler(100_000, Duration.ofMillis(25)))) {
            models = LiveModels.at(context, slow.base(), 2, 2);
            campaign = models.campaign();
            turn = conversations.request(opened().id(), "Tell me about the herd.");
            try (var following = live.follow(turn.id(), page)) {
                waitFor(page::isOver);
            }
        }

        var ready = conversations.turn(turn.id());
        assertThat(page.frames().getFirst().pieces()).containsOnlyKeys(Slot.A, Slot.B);
        assertThat(page.frames().getFirst().pieces().values()).allMatch(LiveFrame.Piece::replaces);
        assertThat(page.frames().getLast().state()).isEqualTo(TurnState.READY);
        assertThat(page.text(Slot.A)).isEqualTo(pairOf(ready).get(0).text());
        assertThat(page.text(Slot.B)).isEqualTo(pairOf(ready).get(1).text());
        assertThat(page.frames().size()).isGreaterThan(3);
    }

    @Test
    void whoComesLateHearsTheEndAtOnce() throws Exception {
        var turn = settled(conversations.request(opened().id(), "Hello there."));
        var page = new Following();
        try (var following = live.follow(turn.id(), page)) {
            waitFor(page::isOver);
        }

        assertThat(page.text(Slot.B)).isEqualTo(pairOf(turn).get(1).text());
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
    void aTurnWhoseInstanceDiedIsDrawnAgain() {
        server.always(Trouble.MUTE);
        var turn = conversations.request(opened().id(), "Hello there.");
        waitFor(() -> server.requests().size() == 2);
        // As after kill -9: another owner, whose time is over.
        database.sql("update turn set owner = 'gone', owned_until = now() - interval '1 second' where id = ?")
                .param(turn.id())
                .update();
        server.always(Trouble.NONE);
        keeping.renew();
        keeping.sweep();

        var ready = settled(turn);
        assertThat(ready.state()).isEqualTo(TurnState.READY);
        assertThat(ready.attempt()).isEqualTo(2);
        assertThat(samples.attempts(turn.id()))
                .filteredOn(sample -> sample.attempt() == 1)
                .extracting(Sample::state)
                .doesNotContain(SampleState.STARTED, SampleState.FINISHED);
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
    void aFirstTurnDrawnAheadIsTakenOverOnce() {
        var prompt = models.prompt(campaign.id(), "Tell me about the hill.");
        prefetch.want(campaign.id(), List.of(prompt.id()));
        waitFor(() -> readyAhead(prompt.id()) == 1);
        prefetch.want(campaign.id(), List.of(prompt.id()));

        var claimed = conversations
                .claimPrefetched(campaign.id(), prompt.id(), models.olive().person())
                .orElseThrow();
        assertThat(claimed.holderId()).isEqualTo(models.olive().person());
        assertThat(conversations.lastTurn(claimed.id()).orElseThrow().state()).isEqualTo(TurnState.READY);
        assertThat(conversations.claimPrefetched(
                        campaign.id(), prompt.id(), models.olive().person()))
                .isEmpty();
    }

    @Test
    void whatWasDrawnAheadIsVoidOnceAVariantChanges() {
        var prompt = models.prompt(campaign.id(), "Tell me about the river.");
        prefetch.want(campaign.id(), List.of(prompt.id()));
        waitFor(() -> readyAhead(prompt.id()) == 1);
        context.getBean(Models.class)
                .enable(models.olive(), models.variants().getFirst().id(), false);

        assertThat(conversations.claimPrefetched(
                        campaign.id(), prompt.id(), models.olive().person()))
                .isEmpty();
    }

    @Test
    void whatAPersonWaitsForGoesBeforeWhatIsDrawnAhead() {
        models = LiveModels.at(context, server.base(), 2, 2);
        campaign = models.campaign();
        server.next(Trouble.STALL, Trouble.STALL);
        var prompt = models.prompt(campaign.id(), "Tell me about the gate.");
        prefetch.want(campaign.id(), List.of(prompt.id()));
        waitFor(() -> server.requests().size() == 2);

        var turn = settled(conversations.request(opened().id(), "I am waiting."));
        assertThat(turn.state()).isEqualTo(TurnState.READY);
        waitFor(() -> server.hungUp() == 2);
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

    private int readyAhead(UUID prompt) {
        return database.sql("select count(*) from turn join conversation on conversation.id = conversation_id"
                        + " where prompt_id = ? and turn.state = 'ready' and turn.prefetched")
                .param(prompt)
                .query(Integer.class)
                .single();
    }

    private Conversation opened() {
        var prompt = models.prompt(campaign.id(), "Opening " + UUID.randomUUID());
        return conversations.open(campaign.id(), prompt, models.olive().person());
    }

    private Turn settled(Turn turn) {
        waitFor(() -> conversations.turn(turn.id()).state() != TurnState.GENERATING
                && !runs.ids().contains(turn.id()));
        return conversations.turn(turn.id());
    }

    private List<Sample> pairOf(Turn turn) {
        var byId = samples.get(List.of(turn.sample(Slot.A), turn.sample(Slot.B))).stream()
                .collect(Collectors.toMap(Sample::id, s -> s));
        return List.of(byId.get(turn.sample(Slot.A)), byId.get(turn.sample(Slot.B)));
    }

    private static void waitFor(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopping) {
                throw new AssertionError(stopping);
            }
        }
    }
}
