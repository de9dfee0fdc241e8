package dev.paddock.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.prompts.Format;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Splits go by root: what begins alike must not lie on both sides of one (I6). */
class RootsTest extends LiveWorld {

    private static final UUID OF_HI = UUID.fromString("9d7790d8-5c00-8eb1-b2a5-450ab784b6f5");

    @Autowired
    Pairs pairs;

    @Test
    void isOneForALiveConversationAndAPairOfAnotherCampaign() {
        var words = "Hi, llama " + UUID.randomUUID();
        var prompt = models.prompt(campaign.id(), words);
        var live = conversations.open(campaign.id(), prompt, models.olive().person());
        var another = models.campaign();

        imported(another.id(), "  hi,  LLAMA" + words.substring("Hi, llama".length()));

        assertThat(rootIn(another.id())).isEqualTo(live.rootId());
    }

    @Test
    void isTheSameInEveryPaddock() {
        assertThat(RootId.of("Hi")).isEqualTo(OF_HI);
        assertThat(RootId.of("Ho")).isNotEqualTo(OF_HI);
    }

    private void imported(UUID campaign, String first) {
        var pair = """
                {"messages":[{"role":"user","content":"%s"},{"role":"assistant","content":"Hello"},{"role":"user","content":"And?"}],\
                "responses":[{"text":"a"},{"text":"b"}]}
                """.formatted(first);
        var file = new ByteArrayInputStream(pair.getBytes(StandardCharsets.UTF_8));
        assertThat(pairs.importAll(models.olive(), campaign, file, Format.JSONL).accepted())
                .isEqualTo(1);
    }

    private UUID rootIn(UUID campaign) {
        return database.sql("select root_id from conversation where campaign_id = ?")
                .param(campaign)
                .query(UUID.class)
                .single();
    }
}
