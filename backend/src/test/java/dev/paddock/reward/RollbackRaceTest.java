package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Conflict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody goes back from a model while another one takes its place: the opening of the former one takes that long. */
class RollbackRaceTest extends DefaultWorld {

    @Autowired
    Promotions promotions;

    final CountDownLatch opens = new CountDownLatch(1);
    final CompletableFuture<@Nullable RuntimeException> outcome = new CompletableFuture<>();
    String first;
    String second;

    @BeforeEach
    void theSecondServesAndOpeningTakesLong() {
        first = running();
        second = register("second");
        promotions.promote(grace, second, "to go back from");
    }

    @AfterEach
    void opened() {
        opens.countDown();
    }

    private void rollBack() throws InterruptedException {
        ModelOpenings.waitFor(opens);
        var going = Thread.ofPlatform().start(() -> {
            try {
                promotions.rollBack(grace, ModelKind.SAFETY);
                outcome.complete(null);
            } catch (RuntimeException refused) {
                outcome.complete(refused);
            }
        });
        while (!ModelOpenings.isWaitedForBy(going)) {
            Thread.sleep(5);
        }
    }

    /** As another process does that has it open already. */
    private void promoted(String model) {
        jdbc.sql("update reward_model set state = 'retired' where kind = 'safety' and state = 'serving'")
                .update();
        jdbc.sql("update reward_model set state = 'serving' where name = ?")
                .param(model)
                .update();
        jdbc.sql("insert into reward_model_succession (kind, model, at) values ('safety', ?, now())")
                .param(model)
                .update();
    }

    private @Nullable RuntimeException outcome() throws Exception {
        opens.countDown();
        return outcome.get(60, TimeUnit.SECONDS);
    }

    @Test
    @Timeout(120)
    void undoesNobodysPromotion() throws Exception {
        var third = register("third");
        rollBack();
        promoted(third);

        assertThat(outcome()).isInstanceOf(Conflict.class).hasMessageContaining(third + " serves by now");
        assertThat(state(third)).isEqualTo(ModelState.SERVING);
        assertThat(state(first)).isEqualTo(ModelState.RETIRED);
    }

    @Test
    @Timeout(120)
    void undoesNobodysPromotionAlsoWhereTheSameOneServedBefore() throws Exception {
        var third = register("third");
        rollBack();
        promoted(first);
        promoted(third);

        assertThat(outcome()).isInstanceOf(Conflict.class);
        assertThat(state(third)).isEqualTo(ModelState.SERVING);
    }

    @Test
    @Timeout(120)
    void isDoneWhereNothingHappensMeanwhile() throws Exception {
        rollBack();

        assertThat(outcome()).isNull();
        assertThat(state(first)).isEqualTo(ModelState.SERVING);
        assertThat(state(second)).isEqualTo(ModelState.RETIRED);
    }
}
