package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Harvest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a model agrees with people is one number, on its page and in its report. */
class AgreementTest extends OneModelWorld {

    Harvest harvest;

    AgreementTest() {
        super("safety", "retired", BROUGHT);
    }

    @BeforeEach
    void harvest() {
        harvest = new Harvest(jdbc, "safety");
    }

    private void compared(double chosen, double rejected) {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "May I?", "No.", "Yes.");
        harvest.score(turn.a(), model, "safety", chosen);
        harvest.score(turn.b(), model, "safety", rejected);
        harvest.said(turn).chose(turn.a()).degree("slightly-better").saved();
    }

    @Test
    void equalScoresAreHalfRightOnThePageAsInTheReport() {
        compared(1, 1);
        compared(2, 1);

        assertThat(api("/" + model + "/report", cast.olive()))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "degrees[0].accuracy", accuracy -> assertThat(accuracy).isEqualTo(75.0));
        assertThat(page("/" + model, cast.olive())).hasStatusOk().bodyText().contains("slightly better", ">75.0<");
    }
}
