package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Audit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where somebody gives a reason, the next model does not wait for what is known of it. */
class PromotionAllTheSameTest extends DefaultWorld {

    @Autowired
    Backlog backlog;

    @Autowired
    Audit audit;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    /** Measuring takes longer than the database allows; what was measured of late is at hand. */
    static class Slow implements PromotionCheck {

        boolean held;

        @Override
        public Finding finding(RegisteredModel candidate, String serving) {
            throw new IllegalStateException("canceling statement due to statement timeout");
        }

        @Override
        public Finding lately(RegisteredModel candidate, String serving) {
            held = TransactionSynchronizationManager.isActualTransactionActive();
            return new Finding("beside " + serving + ": 1.0 points more", null);
        }
    }

    @Test
    void asksForTheFiguresOfLateAndHoldsNothingMeanwhile() {
        var check = new Slow();
        var promotions = new Promotions(List.of(check), registry, backlog, stable, audit, events, transactions);
        var served = running();
        var other = registerAnother();

        promotions.promote(grace, other, "the one that serves is broken");

        assertThat(state(other)).isEqualTo(ModelState.SERVING);
        assertThat(check.held).isFalse();
        assertThat(promotionOf(other))
                .isEqualTo("was candidate; the one that serves is broken; beside " + served + ": 1.0 points more");
    }
}
