package dev.paddock.web.prompts;

import static dev.paddock.web.Api.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Scope;
import dev.paddock.web.ApiTest;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportedComparisonsApiTest extends ApiTest {

    private static final String HH = """
            {"chosen":"\\n\\nHuman: Why?\\n\\nAssistant: Because.","rejected":"\\n\\nHuman: Why?\\n\\nAssistant: No."}""";

    @Test
    void aProgramBringsWhatPeopleSaidElsewhere() {
        var at = campaign();

        assertThat(api.upload(at + "/comparisons", "application/jsonl", HH, grace))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"accepted\":0,\"refusedInAll\":1,\"refused\":[{\"line\":1}]}");
        assertThat(api.upload(at + "/comparisons?degree=better", "application/jsonl", HH + "\n{", grace))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"accepted\":1,\"duplicates\":0,\"refused\":[{\"line\":2}]}");
        assertThat(api.upload(at + "/comparisons?degree=better", "application/json", "[" + HH + "]", grace))
                .bodyJson()
                .isLenientlyEqualTo("{\"accepted\":0,\"duplicates\":1}");

        assertThat(body(api.get(at + "/facts", grace)).path("imported").asInt()).isEqualTo(1);
    }

    @Test
    void refusesAWordThatIsNoDegreeAndATokenThatMayNotLead() {
        var at = campaign();

        assertThat(api.upload(at + "/comparisons?degree=best", "application/jsonl", HH, grace))
                .hasStatus(422)
                .bodyText()
                .contains("significantly-better");
        var narrow = cast.token(cast.grace(), Set.of(Scope.EXPORT, Scope.ANNOTATE));
        assertThat(api.upload(at + "/comparisons?degree=better", "application/jsonl", HH, narrow))
                .hasStatus(403)
                .bodyText()
                .contains("'lead'");
        assertThat(api.upload(at + "/comparisons", "text/csv", "chosen,rejected\n", grace))
                .hasStatus(415);
    }
}
