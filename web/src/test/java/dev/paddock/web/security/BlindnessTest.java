package dev.paddock.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.annotations.Annotations;
import dev.paddock.annotations.Degree;
import dev.paddock.annotations.IdempotencyKey;
import dev.paddock.annotations.NewComparison;
import dev.paddock.annotations.NewComparison.Then;
import dev.paddock.annotations.Ratings;
import dev.paddock.annotations.Side;
import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Members;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.prompts.Format;
import dev.paddock.samples.LiveModels;
import dev.paddock.samples.Pairs;
import dev.paddock.samples.generation.Babbler;
import dev.paddock.samples.openai.LoopbackServer;
import dev.paddock.tasks.Dialogues;
import dev.paddock.tasks.NewMessage;
import dev.paddock.tasks.Next;
import dev.paddock.tasks.TaskView;
import dev.paddock.tasks.TaskViews;
import dev.paddock.tasks.Tasks;
import dev.paddock.web.WebTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * I5: nothing that an annotator can fetch names a model or a parameter, a score or what others said. Asked of every address there is, in
 * each state of a task; the first day's story listens to the streams.
 */
@WebTest
class BlindnessTest {

    private static final String MARYS_NOTE = "Mary's own reason";
    private static final double SCORE = 0.314159265;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskViews views;

    @Autowired
    Dialogues dialogues;

    @Autowired
    Annotations annotations;

    @Autowired
    JdbcClient database;

    final LoopbackServer server = new LoopbackServer(new Babbler(100_000, Duration.ofMillis(1)));
    Cast cast;
    Caller ada;
    String adasToken;
    UUID campaign;
    UUID comparison = UUID.randomUUID();

    @BeforeEach
    void aCampaignInWhichMaryHasJudgedAlready() {
        cast = new Cast(context);
        var models = LiveModels.at(context, server.base(), 4, 2);
        campaign = models.campaignForTwo().id();
        ada = annotator();
        adasToken = cast.token(ada);
        var pair = """
                {"messages":[{"role":"user","content":"Hi"}],"responses":[{"text":"One.","variant":"imported-left"},
                 {"text":"Two.","variant":"imported-right"}]}
                """;
        context.getBean(Pairs.class)
                .importAll(
                        models.olive(),
                        campaign,
                        new ByteArrayInputStream(pair.getBytes(StandardCharsets.UTF_8)),
                        Format.JSON);
        var mary = annotator();
        submit(mary, lease(mary), MARYS_NOTE);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void nothingAnAnnotatorCanFetchTellsWhatIsBehindThePair() {
        var prepared = lease(ada);
        score();
        assertBlind(prepared);
        submit(ada, prepared, "mine");
        assertBlind(prepared);

        var live = lease(ada);
        assertBlind(live);
        dialogues.say(ada, live, new NewMessage("Tell me about the herd."));
        assertBlind(live);
        awaitBoth(live);
        score();
        assertBlind(live);
        submit(ada, live, "mine");
        assertBlind(live);
    }

    private void assertBlind(UUID task) {
        assertThat(List.of(told("/tasks/" + task, "text/html"), told("/api/tasks/" + task, "application/json")))
                .as("Ada is let in")
                .allSatisfy(told -> assertThat(told).containsAnyOf(task.toString(), "This task has ended"));
        var secrets = secrets();
        assertThat(secrets).as("there is something to hide").hasSizeGreaterThan(4);
        for (var address : addresses(task)) {
            for (var told : List.of(told(address, "application/json"), told(address, "text/html"))) {
                assertThat(told).as(address).doesNotContain(secrets);
            }
        }
    }

    /** What the database knows of the samples and of Mary, as it would look in a page or a reply. */
    private List<String> secrets() {
        var secrets = new TreeSet<>(database.sql("""
                        select unnest(array[s.variant_name, v.system_prompt, e.name, e.base_url, s.model_asked, s.model_reported, s.engine,
                                            s.seed::text, s.prompt_sha256, s.text_sha256, s.weights_sha256, s.id::text])
                          from sample s left join model_variant v on v.id = s.variant_id left join model_endpoint e on e.id = v.endpoint_id
                         where s.campaign_id = :campaign
                        union select unnest(array[p.pseudonym, p.email, c.id::text]) from comparison c join person p on p.id = c.person_id
                         where c.campaign_id = :campaign and c.person_id <> :ada
                        """)
                .param("campaign", campaign)
                .param("ada", ada.person())
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list());
        secrets.removeIf(secret -> secret.length() < 6);
        secrets.add(Double.toString(SCORE));
        secrets.add(MARYS_NOTE);
        return List.copyOf(secrets);
    }

    private List<String> addresses(UUID task) {
        var own = Map.of(
                "{campaign}", campaign.toString(),
                "{task}", task.toString(),
                "{comparison}", comparison.toString(),
                "{person}", ada.person().toString(),
                "{version}", "1");
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> !pattern.endsWith("/stream"))
                .map(pattern -> pattern.replace("/campaigns/{id}", "/campaigns/" + campaign)
                        .replace("/conversations/{id}", "/conversations/" + conversation(task)))
                .map(pattern -> own.entrySet().stream()
                        .reduce(pattern, (path, each) -> path.replace(each.getKey(), each.getValue()), (a, b) -> a))
                .map(path -> path.replaceAll("\\{\\w+}", "none"))
                .toList();
    }

    private String told(String address, String accepted) {
        var request = mvc.get().uri(address).header("Accept", accepted);
        var answer = address.startsWith("/api/")
                ? request.header("Authorization", "Bearer " + adasToken).exchange()
                : request.with(SignIn.as(ada)).exchange();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String conversation(UUID task) {
        return database.sql("select coalesce(conversation_id, id)::text from task where id = ?")
                .param(task)
                .query(String.class)
                .single();
    }

    private Caller annotator() {
        var person = cast.stranger(Role.ANNOTATOR);
        context.getBean(Members.class)
                .add(cast.olive(), campaign, person.person().toString(), CampaignRole.ANNOTATOR);
        return person;
    }

    private UUID lease(Caller person) {
        return ((Next.Leased) tasks.next(person, campaign)).task();
    }

    private void submit(Caller person, UUID task, String note) {
        var three = new Ratings(3, null);
        var answer = new NewComparison(Side.LEFT, Degree.BETTER, null, three, three, note, Then.END);
        comparison =
                annotations.submit(person, task, answer, IdempotencyKey.fresh()).id();
    }

    private void awaitBoth(UUID task) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (views.view(ada, task).state() != TaskView.State.READY && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(views.view(ada, task).state()).isEqualTo(TaskView.State.READY);
    }

    private void score() {
        database.sql("""
                        insert into score (sample_id, reward_model, kind, provider, precision, value, micros, scored_at)
                        select id, 'helpfulness-blind', 'helpfulness', 'cpu', 'fp32', :value, 1, now() from sample where campaign_id = :campaign
                        on conflict do nothing
                        """).param("value", SCORE).param("campaign", campaign).update();
    }
}
