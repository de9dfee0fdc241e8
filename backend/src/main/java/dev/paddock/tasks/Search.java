package dev.paddock.tasks;

import dev.paddock.campaigns.Campaign;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** One person's look for an open slot of a campaign. */
final class Search {

    /** So many prompts in a row without room in the models are passed over before the shortest is tried. */
    static final int MOST_TOO_LONG = 200;

    private final TaskRepository tasks;
    private final Openings openings;
    private final Campaign campaign;
    private final UUID person;
    private final BooleanSupplier generating;
    private boolean pairsOnly;
    private boolean tooLong;
    private boolean gaveUp;

    /** @param generating asked once a prompt is found: false where no model can answer, and then only prepared pairs are taken */
    Search(TaskRepository tasks, Openings openings, Campaign campaign, UUID person, BooleanSupplier generating) {
        this.tasks = tasks;
        this.openings = openings;
        this.campaign = campaign;
        this.person = person;
        this.generating = generating;
    }

    Optional<Task> first() {
        var last = tasks.lastPosition(campaign.id(), person);
        var open = firstBehind(last);
        if (open.isEmpty() && last > 0 && !gaveUp) {
            open = firstBehind(0);
        }
        return open.isEmpty() && gaveUp ? shortest() : open;
    }

    /** What the models have no room for stays in the queue: others may come. */
    private Optional<Task> firstBehind(long position) {
        var open = openBehind(position);
        for (var passed = 0; open.isPresent() && !canBegin(open.get()); passed++) {
            if (passed == MOST_TOO_LONG) {
                gaveUp = true;
                return Optional.empty();
            }
            open = openBehind(open.get().position());
        }
        return open;
    }

    private Optional<Task> openBehind(long position) {
        if (!pairsOnly) {
            var open = tasks.firstOpen(campaign.id(), person, position, true);
            if (open.isEmpty() || !openings.needsGenerating(open.get()) || generating.getAsBoolean()) {
                return open;
            }
            pairsOnly = true;
        }
        return tasks.firstOpen(campaign.id(), person, position, false);
    }

    /** Where the models have no room for the shortest, they have room for none. */
    private Optional<Task> shortest() {
        return tasks.shortestOpen(campaign.id(), person).filter(this::canBegin);
    }

    private boolean canBegin(Task task) {
        var can = openings.canBegin(campaign, task);
        tooLong |= !can;
        return can;
    }

    /** Whether slots were found for which the models have no room. */
    boolean metTooLong() {
        return tooLong;
    }
}
