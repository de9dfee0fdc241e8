package dev.paddock.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Cast;
import dev.paddock.web.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint × everybody. An endpoint that is not in {@code endpoints.txt} fails the test: whoever adds one says there who may use
 * it. Denied is asked with every method; that the others get in, with GET only, as the rest would change what later ones look at.
 */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    Premises premises;

    @BeforeAll
    void enter() {
        premises = new Premises(mvc, new Cast(beans));
    }

    @Test
    void areAllInTheTable() {
        assertThat(endpoints())
                .isEqualTo(Endpoint.all().map(Endpoint::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @TestFactory
    Stream<DynamicTest> letIn() {
        return Endpoint.all().map(endpoint -> DynamicTest.dynamicTest(endpoint.name(), () -> check(endpoint)));
    }

    private void check(Endpoint endpoint) {
        for (var actor : Actor.values()) {
            if (!endpoint.access().allowed.contains(actor)) {
                checkDenied(endpoint, actor);
            } else if (endpoint.method() == HttpMethod.GET
                    && endpoint.access() != Access.HOLDER
                    && endpoint.access() != Access.OPEN) {
                checkAllowed(endpoint, actor);
            }
        }
    }

    private void checkDenied(Endpoint endpoint, Actor actor) {
        var answer = send(endpoint, actor);
        var status = answer.getResponse().getStatus();
        if (actor == Actor.NOBODY) {
            var wanted = endpoint.pattern().startsWith("/api/") ? 401 : 302;
            assertThat(status).as("nobody gets in").isEqualTo(wanted);
        } else if (endpoint.access().hiddenFrom(actor)) {
            var missing = premises.send(
                    actor, endpoint.method(), address(endpoint.pattern(), premises.missing()), endpoint.body());
            assertThat(status).as("%s is kept out", actor).isIn(403, 404);
            assertThat(told(answer))
                    .as("%s must not even learn that it exists", actor)
                    .isEqualTo(told(missing));
        } else {
            // An annotator who follows a link to a campaign is led to work instead.
            assertThat(status).as("%s is kept out", actor).isIn(302, 403, 404);
        }
    }

    /** Apart from the form's token and such, which differ from page to page. */
    private static String told(MvcTestResult answer) {
        var body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return answer.getResponse().getStatus() + " " + body.replaceAll("value=\"[A-Za-z0-9_-]{40,}=*\"", "");
    }

    private void checkAllowed(Endpoint endpoint, Actor actor) {
        var answer = send(endpoint, actor);
        var denied = endpoint.access().hidden() ? Set.of(401, 403, 404) : Set.of(401, 403);
        assertThat(answer.getResponse().getStatus()).as("%s gets in", actor).isNotIn(denied);
        assertThat(String.valueOf(answer.getResponse().getRedirectedUrl())).doesNotContain("/sign-in");
    }

    private MvcTestResult send(Endpoint endpoint, Actor actor) {
        return premises.send(actor, endpoint.method(), address(endpoint.pattern(), premises.things()), endpoint.body());
    }

    private static String address(String pattern, Map<String, String> things) {
        var address = pattern;
        for (var thing : things.entrySet()) {
            address = address.replace(thing.getKey(), thing.getValue());
        }
        return address.replaceAll("\\{(id|token|training)}", UUID.randomUUID().toString())
                .replace("{version}", "1")
                .replace("{secret}", "guess")
                .replace("{kind}", "safety")
                .replace("{name}", "none");
    }

    /** Ours; the description of the API and the page for errors are other people's handlers, and public. */
    private Set<String> endpoints() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith("dev.paddock.web."))
                .filter(mapping -> !mapping.getValue().getBeanType().getName().contains(".errors."))
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream()
                        .flatMap(pattern -> mapping.getKey().getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(method -> method + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
