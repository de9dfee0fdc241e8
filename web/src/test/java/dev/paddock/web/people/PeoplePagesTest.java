package dev.paddock.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.Members;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.FirstOwner;
import dev.paddock.people.People;
import dev.paddock.people.Role;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.Browser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@WebTest
class PeoplePagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    People people;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Members members;

    @Autowired
    FirstOwner firstOwner;

    @Autowired
    JdbcClient sql;

    Cast cast;
    Browser owner;

    @BeforeEach
    void signIn() {
        cast = new Cast(beans);
        owner = new Browser(mvc);
        owner.signIn(cast.email(cast.olive()));
    }

    @Test
    void anInvitationLeadsAnAnnotatorIn() {
        var address = UUID.randomUUID() + "@lab.example";
        var link = link(owner.post("/people", "name", "Joan", "email", address, "role", "annotator"));
        assertThat(owner.get("/people?named=" + address)).bodyText().contains(address, "invited");

        var joan = new Browser(mvc);
        assertThat(joan.get(link)).hasStatusOk().bodyText().contains(address);
        assertThat(joan.post(link, "name", "Joan", "password", "short"))
                .hasStatus(422)
                .bodyText()
                .contains("at least 12");
        assertThat(joan.post(link, "name", "Joan", "password", "a hedge in the evening"))
                .hasRedirectedUrl("/");
        assertThat(joan.get("/")).hasRedirectedUrl("/work");

        assertThat(new Browser(mvc).get(link)).hasStatus(404).bodyText().contains("Ask for a new one");
        assertThat(new Browser(mvc).post(link, "name", "M", "password", "somebody else entirely"))
                .hasStatus(404);
    }

    /** The link is shown once: nobody may be invited by an answer that does not show it. */
    @Test
    void nobodyIsInvitedWhereACampaignCannotBeTheirs() {
        var lead = new Browser(mvc);
        lead.signIn(cast.email(cast.stranger(Role.LEAD)));
        var address = UUID.randomUUID() + "@lab.example";
        var foreign = campaigns.create(cast.grace(), campaign()).id();

        for (var campaign : new String[] {"7", UUID.randomUUID().toString(), foreign.toString()}) {
            assertThat(lead.post(
                            "/people", "name", "Joan", "email", address, "role", "annotator", "campaigns", campaign))
                    .as(campaign)
                    .hasStatus(422)
                    .bodyText()
                    .contains("campaign");
        }

        assertThat(people.byEmail(cast.olive(), address)).isEmpty();
    }

    @Test
    void aNewcomerTakesPartFromTheBeginning() {
        var address = UUID.randomUUID() + "@lab.example";
        var campaign = campaigns.create(cast.olive(), campaign()).id();

        link(owner.post(
                "/people", "name", "Joan", "email", address, "role", "annotator", "campaigns", campaign.toString()));

        var joan = people.byEmail(cast.olive(), address).orElseThrow();
        assertThat(members.list(cast.olive(), campaign, null, 9).rows())
                .anySatisfy(member -> assertThat(member.person()).isEqualTo(joan.id()));
    }

    private static NewCampaign campaign() {
        return new NewCampaign("House " + UUID.randomUUID(), Track.HELPFULNESS, "g", 1, 1, false, Set.of(), List.of());
    }

    @Test
    @Transactional
    void theFirstLinkMakesTheOwnerOnce() {
        sql.sql("update person set role = 'lead' where role = 'owner'").update();
        var link = "/setup/" + firstOwner.link().orElseThrow();
        var first = new Browser(mvc);

        assertThat(first.get(link)).hasStatusOk().bodyText().contains("You are the first here");
        assertThat(first.post(link, "name", "First", "email", "first", "password", "a hedge in the evening"))
                .hasStatus(422);
        assertThat(first.post(
                        link,
                        "name",
                        "First",
                        "email",
                        UUID.randomUUID() + "@lab.example",
                        "password",
                        "a hedge in the evening"))
                .hasRedirectedUrl("/");

        assertThat(first.get(link)).hasStatus(404);
        assertThat(first.get("/setup/guess")).hasStatus(404);
    }

    @Test
    void theOwnerChangesARoleAndShutsSomebodyOut() {
        var person = cast.stranger(Role.REVIEWER);
        var page = "/people/" + person.person();
        assertThat(owner.get(page)).hasStatusOk().bodyText().contains(cast.email(person));

        assertThat(owner.post(page + "/role", "role", "lead")).hasRedirectedUrl(page);
        assertThat(get(person).role()).isEqualTo(Role.LEAD);
        assertThat(owner.post(page + "/role", "role", "emperor")).hasStatus(422);

        owner.post(page + "/disablement");
        assertThat(get(person).disabled()).isTrue();
        owner.post(page + "/disablement", "_method", "delete");
        assertThat(get(person).disabled()).isFalse();
    }

    @Test
    void aForgottenPasswordIsReplacedByALink() {
        var person = cast.stranger(Role.REVIEWER);

        var link = link(owner.post("/people/" + person.person() + "/invitation"));

        assertThat(new Browser(mvc).get(link)).bodyText().contains("Choose a new password");
        owner.post("/people/" + person.person() + "/invitation", "_method", "delete");
        assertThat(new Browser(mvc).get(link)).hasStatus(404);
    }

    @Test
    void theOwnerMakesATokenForSomebody() {
        var page = "/people/" + cast.stranger(Role.LEAD).person();

        assertThat(owner.get(page + "/tokens/new")).hasStatusOk().bodyText().contains("stream data sets");
        assertThat(owner.post(page + "/tokens", "name", "nightly", "scopes", "export", "days", "30"))
                .hasStatusOk()
                .bodyText()
                .contains("pdk_");
        assertThat(owner.get(page)).bodyText().contains("nightly");
    }

    @Test
    void aLeadInvitesButDoesNotManage() {
        var lead = new Browser(mvc);
        var grace = cast.stranger(Role.LEAD);
        lead.signIn(cast.email(grace));

        assertThat(lead.get("/people")).hasStatusOk().bodyText().doesNotContain(">owner</option>");
        assertThat(lead.post("/people", "name", "R", "email", UUID.randomUUID() + "@lab.example", "role", "reviewer"))
                .hasStatusOk();
        assertThat(lead.post("/people", "name", "R", "email", UUID.randomUUID() + "@lab.example", "role", "owner"))
                .hasStatus(403);
        assertThat(lead.get("/people/" + cast.ada().person())).hasStatus(403);
        assertThat(lead.get("/people/audit")).hasStatus(403);
    }

    @Test
    void whatWasDoneIsListedWithoutTurningIntoHtml() {
        owner.post(
                "/people",
                "name",
                "<script>alert(1)</script>",
                "email",
                UUID.randomUUID() + "@lab.example",
                "role",
                "annotator");

        assertThat(owner.get("/people/audit")).hasStatusOk().bodyText().contains("person-invited");
        assertThat(owner.get("/people")).bodyText().doesNotContain("<script>alert");
    }

    private dev.paddock.people.Person get(Caller person) {
        return people.get(cast.olive(), person.person());
    }

    private static String link(MvcTestResult page) {
        assertThat(page).hasStatusOk();
        var body = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        var found = Pattern.compile("http://localhost(/invitation/[A-Za-z0-9_-]{43})")
                .matcher(body);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
