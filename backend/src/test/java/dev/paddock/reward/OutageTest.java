package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.models.EndpointForm;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.InvalidInput;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a model's server does to samples and callers by going away, by refusing a text, and by being another one. */
class OutageTest extends ServerWorld {

    /** With its transactions. */
    @Autowired
    Scoring transacted;

    final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    UUID turn;
    String model;
    Looks looks;

    @BeforeEach
    void serveItAndCatchUp() throws Exception {
        model = promoted();
        harvest.scoredSoFar(model, "safety");
        turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "old", "old")
                .id();
        looks = new Looks(beans);
        looks.toTheEnd();
    }

    private List<UUID> said(String text, int count, OffsetDateTime finished) {
        return IntStream.range(0, count)
                .mapToObj(i -> harvest.sample(turn, text + " " + i, "openai", finished.plusNanos(i * 1_000_000L)))
                .toList();
    }

    private void serve(FakeRewardModel fake) {
        var name = "fake-" + UUID.randomUUID();
        harvest.scoredSoFar(name, "safety");
        serving.serve(ModelKind.SAFETY, new Standing.Serving(name, fake));
        looks.toTheEnd();
        fake.asked.clear();
    }

    @Test
    void whatWasAskedForInAnOutageIsScoredAsSoonAsItIsOver() throws Exception {
        server.fails = true;
        var waiting = said("In the outage", 3, now);
        for (var i = 0; i < 4; i++) {
            assertThat(looks.some()).isFalse();
        }
        assertThat(samples.scores(waiting)).isEmpty();

        server.fails = false;
        while (samples.scores(waiting).isEmpty()) {
            Thread.sleep(10);
            looks.toTheEnd();
        }

        assertThat(samples.scores(waiting)).hasSize(3);
    }

    @Test
    void whatWasScoredBeforeTheServerWentAwayKeepsItsScore() {
        var fake = new FakeRewardModel(ModelKind.SAFETY);
        serve(fake);
        fake.goesAwayAt = "One 5";
        var some = said("One", 10, now);

        new ScoringOrder(transacted, Clock.systemUTC(), () -> true).scoreSome();

        assertThat(samples.scores(some)).containsOnlyKeys(some.subList(0, 5));
        assertThat(fake.asked).hasSize(5);
    }

    @Test
    void aTextThatTheServerRefusesIsNotSentAgain() {
        server.longest = 5_000;
        var refused = said("long ".repeat(2_000), 1, now);
        var other = said("Short", 1, now);
        looks.toTheEnd();
        assertThat(samples.scores(other)).hasSize(1);
        assertThat(samples.scores(refused)).isEmpty();
        var asked = server.keys.size();

        looks.toTheEnd();

        assertThat(server.keys).hasSize(asked);
    }

    @Test
    void whoAsksForTheScoreOfATextThatTheServerRefusesIsToldWhichItIs() {
        server.longest = 5_000;
        var tooLong = List.of(Message.user("Hi"), Message.assistant("long ".repeat(2_000)));

        assertThatThrownBy(() -> models.score(grace, ModelKind.SAFETY, List.of(HELLO, tooLong)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.field()).isEqualTo("conversations[1].messages");
                            assertThat(fault.reason()).contains("refuses the conversation: HTTP 413");
                        }));
        assertThat(models.get(grace, model).problem()).isNull();
    }

    @Test
    void anotherServerUnderTheSameNameIsFoundOutAndWhatTheModelSaidIsForgotten() throws Exception {
        var right = models.score(grace, ModelKind.SAFETY, List.of(HELLO)).scores();
        assertThat(models.score(grace, ModelKind.SAFETY, List.of(HELLO)).remembered())
                .isEqualTo(1);
        try (var another = new ScoringServer(ModelKind.SAFETY)) {
            another.more = 5;
            endpoints.edit(olive, endpoint, new EndpointForm(name, another.address(), "other", 3));

            assertThatThrownBy(() -> models.score(
                            grace, ModelKind.SAFETY, List.of(List.of(Message.user("Hi"), Message.assistant("Ho")))))
                    .isInstanceOf(NoRewardModel.class)
                    .hasMessageContaining("has another model");
            assertThat(models.get(grace, model).problem()).contains("has another model");

            endpoints.edit(olive, endpoint, new EndpointForm(name, server.address(), "secret", 3));
            var again = scoredAgain();
            assertThat(again.remembered()).isZero();
            assertThat(again.scores()).isEqualTo(right);
        }
    }
}
