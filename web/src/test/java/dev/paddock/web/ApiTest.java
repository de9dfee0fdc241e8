package dev.paddock.web;

import static dev.paddock.web.Api.body;

import dev.paddock.people.Cast;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Grace, who leads, and Ada, who annotates, use the API, each with a token of their own. */
@WebTest
public abstract class ApiTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    protected Api api;
    protected Cast cast;
    protected String grace;
    protected String ada;

    @BeforeEach
    void tokens() {
        api = new Api(mvc);
        cast = new Cast(beans);
        grace = cast.token(cast.grace());
        ada = cast.token(cast.ada());
    }

    /** The address of a new campaign of Grace's. */
    protected String campaign() {
        var made = api.send(
                HttpMethod.POST,
                "/api/campaigns",
                "{\"name\":\"%s\",\"track\":\"helpfulness\",\"guideline\":\"g\",\"variants\":[\"starter-warm\"]}"
                        .formatted(name()),
                grace);
        return "/api/campaigns/" + body(made).path("id").asString();
    }

    /** A name that nothing else has. */
    protected static String name() {
        return "C " + UUID.randomUUID();
    }
}
