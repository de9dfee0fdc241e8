package dev.paddock.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Invitations;
import dev.paddock.people.Role;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Sixty people of one laboratory, who need not be leafed through to find one. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleSearchTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory beans;

    @Autowired
    Invitations invitations;

    Cast cast;
    Caller olive;
    String laboratory;

    @BeforeAll
    void many() {
        cast = new Cast(beans);
        olive = cast.olive();
        laboratory = "lab-" + UUID.randomUUID();
        for (var each = 10; each < 70; each++) {
            invitations.invite(
                    olive,
                    "zz" + each + "@" + laboratory + ".example",
                    "Zoë " + each + " 100% of " + laboratory,
                    Role.ANNOTATOR);
        }
    }

    private String page(String sought, String more) {
        var page = browser.get().uri("/people?named={sought}" + more, sought).with(SignIn.as(olive));
        assertThat(page).hasStatusOk();
        return Api.text(page.exchange());
    }

    private String address(int number) {
        return "zz" + number + "@" + laboratory;
    }

    @Test
    void findsByAPartOfTheNameOrOfTheAddressInAnyCase() {
        assertThat(page("ZZ17@" + laboratory.toUpperCase(java.util.Locale.ROOT), ""))
                .contains(address(17), "value=\"ZZ17@")
                .doesNotContain(address(18));
        assertThat(page("zoë 42 100% of " + laboratory, "")).contains("Zoë 42").doesNotContain("Zoë 43");
    }

    @Test
    void goesOnByPageAmongThoseItFound() {
        var first = page(laboratory, "");
        assertThat(first).contains(address(10), address(59)).doesNotContain(address(60));
        var next = first.replaceAll("(?s).*<a[^>]*href=\"/people\\?([^\"]*)\" rel=\"next\".*", "$1")
                .replace("&amp;", "&");
        assertThat(next).contains("named=" + laboratory);

        var second = Api.text(
                browser.get().uri("/people?" + next).with(SignIn.as(olive)).exchange());

        assertThat(second)
                .contains(address(60), address(69), "href=\"/people?named=" + laboratory + "\" rel=\"first\"")
                .doesNotContain(address(59))
                .contains("That is all.");
    }

    @Test
    void saysWhereNobodyIsCalledSo() {
        assertThat(page("nobody is called so", ""))
                .contains("Nobody has that in their name or address.", "value=\"nobody is called so\"");
    }

    @Test
    void aProgramFindsThemLikewise() {
        var api = new Api(browser);

        var rows = Api.body(api.get("/api/people?named=ZZ17@" + laboratory, cast.token(olive)))
                .path("rows");

        assertThat(rows)
                .singleElement()
                .satisfies(person -> assertThat(person.path("email").asString()).startsWith("zz17@"));
    }
}
