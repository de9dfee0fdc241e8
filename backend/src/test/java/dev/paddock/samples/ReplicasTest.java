package dev.paddock.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.TestApplication;
import dev.paddock.TestStore;
import dev.paddock.samples.openai.Trouble;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A second run of the application on the same database. */
class ReplicasTest extends LiveWorld {

    /** Slow enough to read along, the shortest answer of 13 words for longer than a look into the database takes to come round. */
    @Override
    Duration pace() {
        return Duration.ofMillis(60);
    }

    @Test
    void whatAReplicaThatEndsLeavesUnfinishedGoesOnAtOnceWhereItIsFollowed() throws Exception {
        server.always(Trouble.STALL);
        var page = new Following();
        try (var other = another()) {
            var prompt = models.prompt(campaign.id(), "Tell me about the other side.");
            var there = other.getBean(Conversations.class);
            var conversation = there.open(campaign.id(), prompt, models.olive().person());
            var turn = there.request(conversation.id(), prompt.text());
            waitFor(() -> server.requests().size() == 2);
            try (var following = live.follow(turn.id(), page, page::breakOff)) {
                waitFor(() -> !page.frames().isEmpty());
                assertThat(runs.ids()).doesNotContain(turn.id());

                server.always(Trouble.NONE);
                other.close();
                assertThat(database.sql("select owned_until <= now() or owner like ? from turn where id = ?")
                                .params("%" + context.getBean(Instance.class).name(), turn.id())
                                .query(Boolean.class)
                                .single())
                        .as("handed over")
                        .isTrue();
                waitFor(page::isOver);
            }

            var ready = conversations.turn(turn.id());
            assertThat(ready.state()).isEqualTo(TurnState.READY);
            assertThat(ready.attempt()).isEqualTo(2);
            assertThat(page.text(Slot.A)).isEqualTo(pairOf(ready).getFirst().text());
            assertThat(page.grew()).as("read along as it was written").isTrue();
        }
    }

    private static ConfigurableApplicationContext another() {
        return new SpringApplicationBuilder(TestApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(new TestStore())
                .properties(
                        "spring.config.import=classpath:backend.yml",
                        "spring.main.banner-mode=off",
                        "logging.level.root=warn")
                .run();
    }
}
