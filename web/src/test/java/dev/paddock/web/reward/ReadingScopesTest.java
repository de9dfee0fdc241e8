package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Harvest;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.web.security.SignIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token to annotate with reads nothing about reward models, whoever has it. */
class ReadingScopesTest extends OneModelWorld {

    final UUID training = UUID.randomUUID();
    final List<String> readings = List.of(
            "/api/reward-models",
            "/api/reward-models/" + model,
            "/api/reward-models/" + model + "/report",
            "/api/reward-models/trainings",
            "/api/reward-models/trainings/" + training,
            "/api/reward-models/learning/safety");

    ReadingScopesTest() {
        super("safety", "retired", BROUGHT);
    }

    @BeforeEach
    void plant() {
        jdbc.sql("""
                        insert into training (id, kind, campaigns, last, margin, state, created_at)
                        values (?, 'safety', array[?], 7, 'small', 'cancelled', now())
                        """).params(training, new Harvest(jdbc, "safety").campaign).update();
    }

    private void reads(Caller caller, Scope scope, int status) {
        var token = cast.token(caller, Set.of(scope));
        assertThat(readings).allSatisfy(path -> assertThat(api.get(path, token)).hasStatus(status));
    }

    @Test
    void leadingReviewingAndScoringReadThem() {
        var lead = cast.stranger(Role.LEAD);
        reads(lead, Scope.LEAD, 200);
        reads(lead, Scope.REVIEW, 200);
        reads(lead, Scope.SCORE, 200);
        reads(cast.rita(), Scope.REVIEW, 200);
    }

    @Test
    void annotatingAndExportingDoNot() {
        reads(cast.stranger(Role.LEAD), Scope.ANNOTATE, 403);
        reads(cast.stranger(Role.LEAD), Scope.EXPORT, 403);
        reads(cast.rita(), Scope.ANNOTATE, 403);
        var token = cast.token(cast.rita(), Set.of(Scope.ANNOTATE));
        assertThat(List.of("/head-to-head", "/disagreement"))
                .allSatisfy(besideTheOneThatServes -> assertThat(
                                api.get("/api/reward-models/" + model + besideTheOneThatServes, token))
                        .hasStatus(403));
    }

    @Test
    void aReviewerIsSentForNoTokenThatTheyCannotHave() {
        assertThat(api.get("/api/reward-models", cast.token(cast.rita(), Set.of(Scope.ANNOTATE))))
                .bodyText()
                .contains("'review'")
                .doesNotContain("'lead'", "'score'");
    }

    @Test
    void whoIsSignedInReadsThemAsBefore() {
        assertThat(mvc.get().uri("/reward-models/" + model).with(SignIn.as(cast.rita())))
                .hasStatusOk();
    }
}
