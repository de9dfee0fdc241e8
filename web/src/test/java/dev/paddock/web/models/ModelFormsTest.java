package dev.paddock.web.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class ModelFormsTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory beans;

    Cast cast;
    Caller grace;

    @BeforeEach
    void enter() {
        cast = new Cast(beans);
        grace = cast.grace();
    }

    @Test
    void onlyTheOwnerSeesTheFormForEndpoints() {
        assertThat(get("/models/endpoints/new", cast.olive())).hasStatusOk();
        assertThat(get("/models/endpoints/new", grace)).hasStatus(403);
    }

    @Test
    void anEndpointsFormTellsWhatIsWrongAndNeverRepeatsTheKey() {
        var olive = cast.olive();

        assertThat(post(
                        "/models/endpoints",
                        olive,
                        "name",
                        "x",
                        "baseUrl",
                        "http://localhost:1/v1",
                        "key",
                        "sk-topsecret",
                        "slots",
                        "4"))
                .hasStatus(422)
                .bodyText()
                .contains("allowed-private-hosts")
                .doesNotContain("topsecret");
        assertThat(post("/models/endpoints", grace, "name", "x", "baseUrl", "http://8.8.8.8/v1", "slots", "4"))
                .hasStatus(403);
    }

    @Test
    void aVariantsFormTellsEveryFaultAtOnce() {
        assertThat(post(
                        "/models/variants",
                        grace,
                        "name",
                        "BAD NAME",
                        "endpoint",
                        "x",
                        "temperatureMin",
                        "hot",
                        "temperatureMax",
                        "1"))
                .hasStatus(422)
                .bodyText()
                .contains("must be a number")
                .contains("must be one of the list");
    }

    private MvcTestResult get(String uri, Caller caller) {
        return browser.get().uri(uri).with(SignIn.as(caller)).exchange();
    }

    private MvcTestResult post(String uri, Caller caller, String... fields) {
        var request = browser.post().uri(uri).with(SignIn.as(caller));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
