package dev.paddock.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.LongFile;
import dev.paddock.campaigns.Track;
import dev.paddock.prompts.Format;
import dev.paddock.prompts.ImportOptions;
import dev.paddock.prompts.Prompts;
import dev.paddock.shared.Conflict;
import dev.paddock.tasks.PreparedCampaign;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign that is closed while a long file for it is on its way. */
@BackendTest
class ClosedMeanwhileTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    Pairs pairs;

    @Autowired
    Prompts prompts;

    @Autowired
    JdbcClient database;

    PreparedCampaign campaign;

    @BeforeEach
    void campaign() {
        campaign = new PreparedCampaign(beans, Track.HELPFULNESS, 1);
    }

    @Test
    void takesNoFurtherPairs() {
        var file = LongFile.of(ClosedMeanwhileTest::pair, this::close);

        saysWhatCameInBefore(() -> pairs.importAll(campaign.lead(), campaign.id(), file, Format.JSONL));

        assertThat(count("conversation")).isEqualTo(LongFile.FIRST_BATCH);
    }

    @Test
    void takesNoFurtherPrompts() {
        var file = LongFile.of(i -> "{\"text\":\"Question " + i + "\"}", this::close);
        var options = ImportOptions.of(Format.JSONL);

        saysWhatCameInBefore(() -> prompts.importAll(campaign.lead(), campaign.id(), file, options));

        assertThat(count("prompt")).isEqualTo(LongFile.FIRST_BATCH);
    }

    private static void saysWhatCameInBefore(ThrowingCallable importing) {
        assertThatThrownBy(importing)
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("stay: 500")
                .hasMessageContaining("closed for good");
    }

    private static String pair(int number) {
        return """
                {"messages":[{"role":"user","content":"Question %d"}],"responses":[{"text":"a"},{"text":"b"}]}""".formatted(number);
    }

    private void close() {
        campaign.campaigns().close(campaign.lead(), campaign.id());
    }

    private int count(String table) {
        return database.sql("select count(*) from " + table + " where campaign_id = ?")
                .param(campaign.id())
                .query(Integer.class)
                .single();
    }
}
