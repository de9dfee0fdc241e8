package dev.paddock.web.trainings;

import static dev.paddock.web.Api.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Harvest;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Of a training's campaigns the API names those that one leads or reviews, and counts the others. */
@WebTest
class TrainingCampaignsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    final UUID id = UUID.randomUUID();
    Cast cast;
    Harvest mine;
    Harvest foreign;

    @BeforeEach
    void plant() {
        cast = new Cast(beans);
        mine = new Harvest(jdbc, "helpfulness");
        foreign = new Harvest(jdbc, "helpfulness");
        jdbc.sql("""
                        insert into training (id, kind, campaigns, last, margin, state, created_at)
                        values (?, 'helpfulness', array[?, ?], 7, 'small', 'cancelled', now())
                        """).params(id, mine.campaign, foreign.campaign).update();
    }

    @AfterEach
    void remove() {
        jdbc.sql("delete from training where id = ?").param(id).update();
    }

    private List<JsonNode> told(Caller caller, Set<Scope> scopes) {
        var api = new Api(mvc);
        var token = cast.token(caller, scopes);
        var listed = StreamSupport.stream(
                        body(api.get("/api/reward-models/trainings", token))
                                .path("rows")
                                .spliterator(),
                        false)
                .filter(row -> row.path("id").asString().equals(id.toString()))
                .findFirst()
                .orElseThrow();
        return List.of(listed, body(api.get("/api/reward-models/trainings/" + id, token)));
    }

    private void names(Caller caller, Set<Scope> scopes, int others, UUID... campaigns) {
        var expected = List.of(campaigns).stream().map(UUID::toString).toList();
        assertThat(told(caller, scopes)).allSatisfy(row -> {
            assertThat(row.path("campaigns").valueStream().map(JsonNode::asString))
                    .containsExactlyElementsOf(expected);
            assertThat(row.path("otherCampaigns").asInt(-1)).isEqualTo(others);
        });
    }

    @Test
    void aLeadSeesThoseThatTheyLeadOrReview() {
        var lead = cast.stranger(Role.LEAD);
        names(lead, lead.role().scopes(), 2);
        mine.member(lead.person(), "lead");
        names(lead, lead.role().scopes(), 1, mine.campaign);
        foreign.member(lead.person(), "annotator");
        names(lead, lead.role().scopes(), 1, mine.campaign);
        names(lead, Set.of(Scope.SCORE), 2);
    }

    @Test
    void aReviewerThoseThatTheyReview() {
        var reviewer = cast.stranger(Role.REVIEWER);
        foreign.member(reviewer.person(), "reviewer");
        names(reviewer, Set.of(Scope.REVIEW), 1, foreign.campaign);
    }

    @Test
    void theOwnerSeesAll() {
        names(cast.olive(), cast.olive().role().scopes(), 0, mine.campaign, foreign.campaign);
    }
}
