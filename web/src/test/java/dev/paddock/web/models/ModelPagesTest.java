package dev.paddock.web.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.models.EndpointForm;
import dev.paddock.models.Endpoints;
import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.models.VariantForm;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class ModelPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    Models models;

    @Autowired
    Endpoints endpoints;

    Caller grace;
    Caller other;
    ModelVariant variant;

    @BeforeEach
    void variant() {
        var cast = new Cast(beans);
        grace = cast.grace();
        other = cast.stranger(Role.LEAD);
        var endpoint =
                endpoints.add(cast.olive(), new EndpointForm("e-" + UUID.randomUUID(), "http://8.8.8.8/v1", null, 4));
        variant = models.add(
                grace, VariantForm.plain("v-" + UUID.randomUUID(), endpoint.id(), "llama-2-7b-chat", 0.5, 1));
    }

    @Test
    void offersAChangeToWhoMayMakeItOnly() {
        var button = "Switch off " + variant.name();

        assertThat(page("/models", grace)).hasStatusOk().bodyText().contains(button);
        assertThat(page("/models", other))
                .hasStatusOk()
                .bodyText()
                .contains(variant.name())
                .doesNotContain(button);
        assertThat(page(address(), grace)).hasStatusOk().bodyText().contains("Save as a new revision");
        assertThat(page(address(), other))
                .hasStatusOk()
                .bodyText()
                .contains("<fieldset class=\"form\" disabled=\"disabled\">", "llama-2-7b-chat")
                .doesNotContain("Save as a new revision");
    }

    @Test
    void refusesAChangeByAnotherLead() {
        assertThat(mvc.delete().uri(address() + "/use").with(SignIn.as(other)).exchange())
                .hasStatus(403);
        assertThat(models.variant(variant.id()).enabled()).isTrue();
    }

    private String address() {
        return "/models/variants/" + variant.id();
    }

    private MvcTestResult page(String path, Caller caller) {
        return mvc.get().uri(path).with(SignIn.as(caller)).exchange();
    }
}
