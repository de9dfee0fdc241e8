package dev.paddock.web.tasks;

import dev.paddock.annotations.Annotations;
import dev.paddock.annotations.Comparison;
import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.Members;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Rating;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.prompts.Format;
import dev.paddock.samples.Pairs;
import dev.paddock.tasks.Tasks;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Ada holds a task of a safety campaign: a prepared pair, to be compared and rated. */
@WebTest
abstract class WorkbenchTest {

    static final String[] SOUND = {
        "turn",
        "1",
        "choice",
        "left:slightly-better",
        "safety",
        "both-safe",
        "leftSafety",
        "5",
        "rightSafety",
        "4",
        "then",
        "continue"
    };

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    BeanFactory beans;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Members members;

    @Autowired
    Pairs pairs;

    @Autowired
    Tasks tasks;

    @Autowired
    Annotations annotations;

    Cast cast;
    Caller ada;
    UUID campaign;
    String task;

    @BeforeEach
    void adaHoldsATask() {
        cast = new Cast(beans);
        ada = cast.ada();
        var asked = new NewCampaign(
                "Workbench " + UUID.randomUUID(),
                Track.SAFETY,
                "# Be *fair*",
                2,
                1,
                false,
                Set.of(Rating.SAFETY),
                List.of());
        campaign = campaigns.create(cast.grace(), asked).id();
        members.add(cast.grace(), campaign, ada.person().toString(), CampaignRole.ANNOTATOR);
        importPair("Why is the sea salty?");
        importPair("Why is the sky blue?");
        campaigns.activate(cast.grace(), campaign);
        task = next();
    }

    private void importPair(String question) {
        var line = "{\"messages\":[{\"role\":\"user\",\"content\":\"" + question + "\"}],\"responses\":["
                + "{\"text\":\"One **bold** <script>alert(1)</script>\",\"variant\":\"secret-variant-7\"},{\"text\":\"Two\"}]}\n";
        pairs.importAll(
                cast.grace(), campaign, new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), Format.JSONL);
    }

    String next() {
        var answer = post("/campaigns/" + campaign + "/tasks");
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    UUID taskId() {
        return UUID.fromString(task.substring("/tasks/".length()));
    }

    /** As the sweep does it, some time after the lease has run out. */
    void takeTheTaskBack() {
        sql.sql(
                        "update task set state = 'expired', end_cause = 'overtime', ended_at = now(), expires_at = null where id = ?")
                .param(taskId())
                .update();
    }

    List<Comparison> saved() {
        return annotations.mine(ada, null, 200).rows().stream()
                .filter(each -> each.campaignId().equals(campaign))
                .toList();
    }

    MvcTestResult get(String page) {
        return browser.get().uri(page).with(SignIn.as(ada)).exchange();
    }

    MvcTestResult post(String page, String... parameters) {
        var request = browser.post().uri(page).with(SignIn.as(ada));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
