package dev.paddock.web.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.LongFile;
import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Members;
import dev.paddock.people.Role;
import dev.paddock.web.campaigns.CampaignTest;
import dev.paddock.web.security.SignIn;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** The campaign is no longer theirs to see when the answer comes. */
class RemovedMeanwhileTest extends CampaignTest {

    @Autowired
    Members members;

    @Test
    void whoeverIsRemovedWhileTheirFileComesIsToldWhatCameInBefore() {
        var mary = cast.stranger(Role.LEAD);
        members.add(grace, id, mary.person().toString(), CampaignRole.LEAD);
        var file = new MockMultipartFile("file", "p.jsonl", "text/plain", new byte[] {1}) {
            @Override
            public InputStream getInputStream() {
                return LongFile.of(
                        i -> "{\"text\":\"Question " + i + "\"}", () -> members.remove(grace, id, mary.person()));
            }
        };

        var answer = browser.post()
                .uri("/campaigns/" + id + "/prompts")
                .multipart()
                .file(file)
                .with(SignIn.as(mary))
                .exchange();

        assertThat(answer).hasStatus(409).bodyText().contains("that came in before stay: 500");
    }
}
