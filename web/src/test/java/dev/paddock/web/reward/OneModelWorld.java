package dev.paddock.web.reward;

import dev.paddock.BareModels;
import dev.paddock.Harvest;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One model is registered, of which nothing is there but its row. */
@WebTest
abstract class OneModelWorld {

    /** How the folders of bundles begin that Paddock brought, and of others: these may have been trained on what people said here. */
    static final String BROUGHT = "";

    static final String OWN = "own-";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    final String model = "model-" + UUID.randomUUID();
    private final String kind;
    private final String state;
    private final String folder;
    Cast cast;
    Api api;

    OneModelWorld(String kind, String state, String whose) {
        this.kind = kind;
        this.state = state;
        this.folder = whose + model;
    }

    @BeforeEach
    void oneModel() {
        cast = new Cast(beans);
        api = new Api(mvc);
        new BareModels(jdbc).register(kind, model, state, folder, OffsetDateTime.now(ZoneOffset.UTC));
    }

    /** @param gap by how much it likes the first answer better */
    final Harvest.Turn scored(Harvest harvest, String question, double gap) {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, question, "No.", "Yes.");
        score(harvest, turn, model, gap);
        return turn;
    }

    final void score(Harvest harvest, Harvest.Turn turn, String by, double gap) {
        harvest.score(turn.a(), by, kind, gap);
        harvest.score(turn.b(), by, kind, 0);
    }

    /** Somebody chose the first answer. @param gap by how much the model likes it better */
    final void compared(Harvest harvest, String question, double gap) {
        var turn = scored(harvest, question, gap);
        harvest.said(turn).chose(turn.a()).saved();
    }

    /** @param path below the models' */
    final MvcTestResult page(String path, Caller caller) {
        return mvc.get().uri("/reward-models" + path).with(SignIn.as(caller)).exchange();
    }

    /** @param path below the models' */
    final MvcTestResult api(String path, Caller caller) {
        return api.get("/api/reward-models" + path, cast.token(caller));
    }
}
