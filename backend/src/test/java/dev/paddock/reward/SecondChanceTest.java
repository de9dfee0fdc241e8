package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Harvest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a model was given up on is tried again once somebody has it score anew: the server that it is on may take more by then. */
class SecondChanceTest extends DefaultWorld {

    @Autowired
    Promotions promotions;

    @Autowired
    Backlog backlog;

    @Autowired
    TransactionTemplate transactions;

    String other;
    UUID sample;

    @BeforeEach
    void givenUp() {
        var harvest = new Harvest(jdbc, "safety");
        sample = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "Too long.", "Fine.")
                .a();
        other = registerAnother();
        backlog.giveUp(other, sample, "It is too long.");
        assertThat(waiting()).doesNotContain(sample);
    }

    private List<UUID> waiting() {
        var all = transactions.execute(
                _ -> backlog.take(other, Mark.generatedSince(Instant.EPOCH), List.of(), 10_000).stream()
                        .map(Unscored::sample)
                        .toList());
        return Objects.requireNonNull(all);
    }

    @Test
    void whereItGoesIntoTheShadow() {
        promotions.shadow(grace, other);

        assertThat(waiting()).contains(sample);
    }

    @Test
    void whereItIsPromoted() {
        promotions.promote(grace, other, "it is a test");

        assertThat(waiting()).contains(sample);
    }
}
