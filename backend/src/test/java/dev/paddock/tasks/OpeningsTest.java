package dev.paddock.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.prompts.Format;
import dev.paddock.prompts.ImportOptions;
import dev.paddock.prompts.Prompts;
import dev.paddock.samples.LiveModels;
import dev.paddock.samples.generation.Babbler;
import dev.paddock.samples.openai.LoopbackServer;
import dev.paddock.shared.Conflict;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@BackendTest
class OpeningsTest {

    private static final String TOO_LONG = "word ".repeat(3_000);

    @Autowired
    ApplicationContext context;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskViews views;

    @Autowired
    Dialogues dialogues;

    @Autowired
    Prompts prompts;

    @Autowired
    Queue queue;

    @Autowired
    Expiry expiry;

    @Autowired
    JdbcClient database;

    final LoopbackServer server = new LoopbackServer(new Babbler(100_000, Duration.ofMillis(1)));
    LiveModels models;

    @BeforeEach
    void modelsAnswer() {
        models = LiveModels.at(context, server.base(), 4, 2);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void aSuggestionOfSeveralLinesIsSentAsItStandsFromABrowserThatWritesCrLf() {
        var campaign = models.campaign();
        add(campaign, "First line\nsecond line");
        var task = lease(campaign);

        dialogues.say(olive(), task, new NewMessage("First line\r\nsecond line"));

        assertThat(sources(campaign)).containsExactly("imported");
        assertThat(views.view(olive(), task).messages().getFirst().content()).isEqualTo("First line\nsecond line");
    }

    @Test
    void whoWritesSomethingElseGivesTheSuggestionBack() {
        var campaign = models.campaign();
        add(campaign, "The suggestion");
        var task = lease(campaign);

        dialogues.say(olive(), task, new NewMessage("My own words"));

        assertThat(sources(campaign)).containsExactlyInAnyOrder("imported", "written");
        assertThat(openSlots(campaign)).isEqualTo(1);
    }

    @Test
    void theWordsOfAnOpeningThatExistsAreRefused() {
        var campaign = models.campaign();
        dialogues.say(olive(), lease(campaign), new NewMessage("The very same"));
        tasks.leave(olive(), lease(campaign));
        var again = lease(campaign);

        assertThatThrownBy(() -> dialogues.say(olive(), again, new NewMessage("the  very SAME")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aPromptTooLongForTheModelsIsPassedOverAndKeepsItsPlace() {
        var campaign = models.givenPrompts();
        add(campaign, TOO_LONG, "short enough");

        var task = lease(campaign);

        assertThat(views.view(olive(), task).messages().getFirst().content()).isEqualTo("short enough");
        tasks.skip(olive(), task, "r");
        assertThat(tasks.next(olive(), campaign.id())).isEqualTo(new Next.Nothing(EmptyQueue.TOO_LONG));
        assertThat(openSlots(campaign)).isEqualTo(2);
    }

    @Test
    void evenBehindMoreTooLongOnesThanAreTriedThereIsSomethingToDo() {
        var campaign = models.givenPrompts();
        add(
                campaign,
                IntStream.rangeClosed(0, Search.MOST_TOO_LONG)
                        .mapToObj(n -> TOO_LONG + n)
                        .toArray(String[]::new));
        assertThat(tasks.next(olive(), campaign.id())).isEqualTo(new Next.Nothing(EmptyQueue.TOO_LONG));
        add(campaign, "short enough");

        var task = lease(campaign);

        assertThat(views.view(olive(), task).messages().getFirst().content()).isEqualTo("short enough");
    }

    @Test
    void aModelWithMoreRoomTakesWhatTheOthersCannot() {
        models.addVariant(0.5, 1.0, 32_768);
        var campaign = models.givenPrompts();
        add(campaign, TOO_LONG);

        assertThat(tasks.next(olive(), campaign.id())).isInstanceOf(Next.Leased.class);
    }

    @Test
    void whatIsDrawnAheadIsWhatThisPersonGetsNextAndEachPromptOnce() {
        var campaign = models.givenPrompts(3);
        add(campaign, "one", "two", "three");
        var first = lease(campaign);

        assertThat(queue.upcomingPrompts(campaign.id(), olive().person(), 10))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(queue.upcomingPrompts(campaign.id(), UUID.randomUUID(), 10))
                .hasSize(3)
                .doesNotHaveDuplicates();
        tasks.skip(olive(), first, "r");
    }

    @Test
    void aPausedCampaignGeneratesNothingMore() {
        var campaign = models.givenPrompts();
        add(campaign, "one");
        var task = lease(campaign);
        tasks.leave(olive(), task);
        var again = lease(campaign);
        context.getBean(Campaigns.class).pause(olive(), campaign.id());

        assertThatThrownBy(() -> dialogues.redraw(olive(), again))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("paused");
        assertThat(lease(campaign)).isEqualTo(again);
    }

    @Test
    void aMessageAfterTheTimeRanOutIsRefusedAsALostLeaseThoughTurnsWereSaved() {
        var campaign = models.campaign();
        var task = lease(campaign);
        dialogues.say(olive(), task, new NewMessage("Hello there"));
        database.sql("update task set answered_turns = 1, expires_at = now() - interval '1 minute' where id = ?")
                .param(task)
                .update();
        expiry.takeBackOverdue();

        assertThatThrownBy(() -> dialogues.say(olive(), task, new NewMessage("And?")))
                .isInstanceOf(LeaseLost.class);
    }

    @Test
    void whereNothingCanAnswerTheReasonIsTheModelAndNamesNone() {
        var campaign = models.campaign();
        models.switchOff();

        assertThat(tasks.next(olive(), campaign.id())).isEqualTo(new Next.Nothing(EmptyQueue.NO_MODEL));
    }

    private Caller olive() {
        return models.olive();
    }

    private UUID lease(Campaign campaign) {
        return ((Next.Leased) tasks.next(olive(), campaign.id())).task();
    }

    private void add(Campaign campaign, String... texts) {
        var json = JsonMapper.shared().writeValueAsBytes(texts);
        var report = prompts.importAll(
                olive(), campaign.id(), new ByteArrayInputStream(json), ImportOptions.of(Format.JSON));
        assertThat(report.accepted()).isEqualTo(texts.length);
    }

    private List<@Nullable String> sources(Campaign campaign) {
        return database.sql("select origin from prompt where campaign_id = ?")
                .param(campaign.id())
                .query(String.class)
                .list();
    }

    private long openSlots(Campaign campaign) {
        return database.sql("select count(*) from task where campaign_id = ? and state = 'open'")
                .param(campaign.id())
                .query(Long.class)
                .single();
    }
}
