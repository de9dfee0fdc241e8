package dev.paddock.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.models.Models;
import dev.paddock.rewardmodel.Message;
import dev.paddock.samples.embedded.EmbeddedModel;
import dev.paddock.samples.generation.Babbler;
import dev.paddock.samples.openai.LoopbackServer;
import dev.paddock.samples.openai.Trouble;
import dev.paddock.samples.pairs.Permits;
import dev.paddock.shared.JobSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** With a short patience. */
@BackendTest
class SoloAnswersTest {

    @Autowired
    ApplicationContext context;

    private final LoopbackServer server = new LoopbackServer(Babbler.quick());
    private SoloAnswers answers;
    private SoloQuestion question;

    @BeforeEach
    void world() {
        var models = LiveModels.at(context, server.base(), 2, 1);
        var variant = models.variants().getFirst();
        question = new SoloQuestion(
                variant.id(), variant.revision(), "", List.of(Message.user("Tell me about the herd.")), 0.7, 5);
        var brief = Duration.ofMillis(500);
        var settings = new GenerationSettings(
                brief, brief, brief, Duration.ofSeconds(5), 4, brief, brief, brief, 0, Duration.ofHours(1));
        var clock = Clock.systemUTC();
        answers = new SoloAnswers(
                context.getBean(Models.class),
                new Generators(
                        context.getBean(Models.class),
                        context.getBean(Campaigns.class),
                        context.getBean(EmbeddedModel.class),
                        settings),
                new SoloPlaces(new Permits(4), settings, clock),
                clock,
                new JobSettings(brief, brief, brief));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SoloAnswer answer() throws Exception {
        return answers.answer(question, () -> {});
    }

    @Test
    void anAnswerThatDoesNotComeToItsEndInTimeIsNotTriedAgain() throws Exception {
        server.next(Trouble.DRIBBLE);

        var answer = answer();

        assertThat(answer.finished()).isFalse();
        assertThat(answer.reason()).startsWith("slow");
        assertThat(server.requests())
                .as("the question and another one, to see whose fault it is")
                .hasSize(2)
                .element(1)
                .satisfies(other -> assertThat(other.path("max_tokens").asInt()).isEqualTo(8));
    }

    @ParameterizedTest
    @EnumSource(names = {"MUTE", "SLOW_FIRST_TOKEN", "STALL", "CUT", "BROKEN_500"})
    void whatBreaksOffOrSaysNothingIsTriedOnceMoreAfterAPause(Trouble trouble) throws Exception {
        server.next(trouble);
        var began = System.nanoTime();

        assertThat(answer().finished()).isTrue();

        assertThat(server.requests()).hasSize(2);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @EnumSource(names = {"MUTE", "STALL", "CUT", "BROKEN_500", "BAD_REQUEST_400", "NOT_FOUND_404", "UNAVAILABLE_503"})
    void aServerThatAnswersNothingAtAllIsAway(Trouble trouble) {
        server.always(trouble);

        assertThatThrownBy(this::answer).isInstanceOf(ModelAway.class);
    }

    @Test
    void whatFailsBesideAnotherAnswerAndOnceMoreIsTheQuestionsFault() throws Exception {
        server.next(Trouble.BROKEN_500, Trouble.BROKEN_500, Trouble.NONE, Trouble.BROKEN_500);

        var answer = answer();

        assertThat(answer.finished()).isFalse();
        assertThat(answer.reason()).contains("HTTP 500", "the engine is dead");
        assertThat(server.requests()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(names = {"BAD_REQUEST_400", "NOT_FOUND_404"})
    void aServerThatCameBackBeforeTheOtherQuestionWasAskedIsAskedThisOneAgain(Trouble trouble) throws Exception {
        server.next(trouble);

        assertThat(answer().finished()).isTrue();

        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aServerThatGoesAwayOnceMoreIsAway() {
        server.next(Trouble.BAD_REQUEST_400, Trouble.NONE);
        server.always(Trouble.UNAVAILABLE_503);

        assertThatThrownBy(this::answer).isInstanceOf(ModelAway.class);
    }
}
