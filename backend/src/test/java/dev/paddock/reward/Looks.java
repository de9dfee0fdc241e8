package dev.paddock.reward;

import dev.paddock.samples.Samples;
import java.time.Clock;
import org.springframework.beans.factory.BeanFactory;

/** How one process looks at the samples that lack a score: it knows of no look before, and of nothing that failed. */
final class Looks {

    final Scoring scoring;
    private ScoringOrder order;

    Looks(BeanFactory beans) {
        var clock = Clock.systemUTC();
        scoring = new Scoring(
                beans.getBean(ServingModels.class),
                beans.getBean(Backlog.class),
                beans.getBean(Samples.class),
                beans.getBean(PredictedGaps.class),
                clock);
        order = new ScoringOrder(scoring, clock, () -> true);
    }

    /** @return whether there is more to score at once */
    boolean some() {
        return order.scoreSome();
    }

    void toTheEnd() {
        while (some()) {
            Thread.onSpinWait();
        }
    }

    /** Looks at all of them again, though it still knows what failed. */
    Looks again() {
        order = new ScoringOrder(scoring, Clock.systemUTC(), () -> true);
        return this;
    }
}
