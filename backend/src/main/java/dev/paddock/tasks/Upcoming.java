package dev.paddock.tasks;

import dev.paddock.samples.Prefetch;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the generators which prompts will be asked for next, so that nobody waits for a first answer. */
@Component
class Upcoming {

    /** How many prompts ahead of the queue's head are worth generating for. */
    private static final int AHEAD = 2;

    private final Queue queue;
    private final Prefetch prefetch;

    Upcoming(Queue queue, Prefetch prefetch) {
        this.queue = queue;
        this.prefetch = prefetch;
    }

    void prefetch(UUID campaign) {
        prefetch.want(campaign, queue.upcomingPrompts(campaign, AHEAD));
    }
}
