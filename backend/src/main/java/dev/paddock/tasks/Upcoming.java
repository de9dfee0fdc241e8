package dev.paddock.tasks;

import dev.paddock.samples.Prefetch;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the generators which prompts will be asked for next, so that nobody waits for a first answer. */
@Component
class Upcoming {

    /** More than are ever drawn ahead, as some may be too long for the models. */
    private static final int AHEAD = 20;

    private final Queue queue;
    private final Prefetch prefetch;

    Upcoming(Queue queue, Prefetch prefetch) {
        this.queue = queue;
        this.prefetch = prefetch;
    }

    void prefetch(UUID campaign, UUID person) {
        prefetch.want(campaign, queue.upcomingPrompts(campaign, person, AHEAD));
    }
}
