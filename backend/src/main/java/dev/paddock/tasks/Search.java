package dev.paddock.tasks;

import dev.paddock.campaigns.Campaign;
import java.util.Optional;
import java.util.UUID;

/** One person's look for an open slot of a campaign. */
final class Search {

    /** So many prompts without room in the models are passed over before the search ends. */
    private static final int MOST_TOO_LONG = 200;

    private final TaskRepository tasks;
    private final Queue queue;
    private final Openings openings;
    private final Campaign campaign;
    private final UUID person;
    private final boolean generating;
    private int tooLong;

    /** @param generating false where no model can answer: then only prepared pairs are found */
    Search(TaskRepository tasks, Queue queue, Openings openings, Campaign campaign, UUID person, boolean generating) {
        this.tasks = tasks;
        this.queue = queue;
        this.openings = openings;
        this.campaign = campaign;
        this.person = person;
        this.generating = generating;
    }

    Optional<Task> first() {
        var last = tasks.lastPosition(campaign.id(), person);
        var open = firstBehind(last);
        return open.isPresent() || last == 0 ? open : firstBehind(0);
    }

    /** What the models have no room for stays in the queue: others may come. */
    private Optional<Task> firstBehind(long position) {
        var open = openBehind(position);
        while (open.isPresent() && !openings.canBegin(campaign, open.get())) {
            tooLong++;
            open = tooLong < MOST_TOO_LONG ? openBehind(open.get().position()) : Optional.empty();
        }
        return open;
    }

    private Optional<Task> openBehind(long position) {
        return tasks.firstOpen(campaign.id(), person, position, generating);
    }

    EmptyQueue whyNothing() {
        return tooLong > 0 ? EmptyQueue.TOO_LONG : queue.emptiness(campaign, person, generating);
    }
}
