package dev.paddock.web.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Cast;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the page of a training says of where it stands. */
@WebTest
class TrainingPageTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    final UUID id = UUID.randomUUID();

    @AfterEach
    void remove() {
        jdbc.sql("delete from training_run where id = ?").param(id).update();
    }

    private void plant(String state, String phase) {
        jdbc.sql("""
                        insert into training_run (id, kind, campaigns, last, margin, state, phase, created_at)
                        values (?, 'helpfulness', '{}', 7, 'small', ?, ?, now())
                        """).params(id, state, phase).update();
    }

    private AbstractStringAssert<?> page() {
        return assertThat(browser.get().uri("/reward-models/trainings/" + id).with(SignIn.as(new Cast(beans).olive())))
                .hasStatusOk()
                .bodyText();
    }

    @Test
    void oneThatWaitsForTheModelSaysSo() {
        plant("waiting", "waiting for the safety reward model; see Reward models");

        page().contains("waiting for the safety reward model").doesNotContain("Waiting for its turn");
    }

    @Test
    void oneThatHasNotHadATurnWaitsForIt() {
        plant("waiting", "");

        page().contains("Waiting for its turn.");
    }
}
