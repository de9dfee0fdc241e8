package dev.paddock.tasks;

import dev.paddock.campaigns.Campaign;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * One person's look for a prepared pair in a campaign whose queue is ordered by uncertainty: what others have begun, then, as a draw says,
 * one of the pairs that are set aside to be taken at random, or the one with the smallest predicted gap, or the first to come of those without
 * one. Which pairs are set aside depends on nothing but the number each of them drew when it came in, so that what people say of them tells of
 * all pairs.
 */
final class UncertaintySearch {

    /**
     * So many beginnings before the person's last are looked at again: numbers are drawn before they are committed, and slots may have been
     * locked at the first look.
     */
    static final long LOOKED_AT_AGAIN = 200;

    private final TaskRepository tasks;
    private final UUID campaign;
    private final UUID person;
    private final double randomShare;
    private final RandomGenerator random;

    UncertaintySearch(TaskRepository tasks, Campaign campaign, UUID person, RandomGenerator random) {
        this.tasks = tasks;
        this.campaign = campaign.id();
        this.person = person;
        this.randomShare = campaign.randomShare() / 100.0;
        this.random = random;
    }

    /** @return empty where only prompts are left, which go by arrival, and what others hold just now */
    Optional<Task> first() {
        var last = tasks.lastBegun(campaign, person);
        return tasks.firstBegun(campaign, person, last - LOOKED_AT_AGAIN)
                .or(this::fresh)
                .or(() -> tasks.firstBegun(campaign, person, 0));
    }

    /** While nothing is scored the pairs that are set aside must last as well: later there would be no sample of that time. */
    private Optional<Task> fresh() {
        return random.nextDouble() < randomShare
                ? drawn().or(this::closest).or(this::unscored)
                : closest().or(this::unscored).or(this::drawn);
    }

    private Optional<Task> drawn() {
        return tasks.firstDrawn(campaign, person, randomShare).map(task -> task.choose(ChosenBy.RANDOM));
    }

    private Optional<Task> closest() {
        return tasks.firstByGap(campaign, person, randomShare).map(Task::chooseByGap);
    }

    private Optional<Task> unscored() {
        return tasks.firstUnscored(campaign, person, randomShare).map(task -> task.choose(ChosenBy.ARRIVAL));
    }

    /** What is found by its place alone after all, as others held it a moment ago: a pair with a gap is one that smaller ones have left over. */
    Task foundLate(Task task) {
        var leftOver = task.isPair()
                && !task.isBegun()
                && !task.isSetAside(randomShare)
                && tasks.gap(Objects.requireNonNull(task.itemId())) != null;
        return leftOver ? task.chooseByGap() : task;
    }
}
