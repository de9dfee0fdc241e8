package dev.paddock.annotations;

import dev.paddock.tasks.Task;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one person has judged, skipped or in hand of some pairs already. */
record OwnJudgements(Map<UUID, Task> tasks, Map<UUID, List<Comparison>> byTask) {

    /** @param tasks by pair */
    static OwnJudgements of(Map<UUID, Task> tasks, Collection<Comparison> comparisons) {
        return new OwnJudgements(tasks, comparisons.stream().collect(Collectors.groupingBy(Comparison::taskId)));
    }

    boolean include(PlacedJudgement judgement) {
        return tasks.containsKey(judgement.pair());
    }

    /**
     * Why a judgement of such a pair cannot be taken: the end of a sentence that begins with its line.
     *
     * @return null where it was taken before, be it corrected since
     */
    @Nullable
    String against(PlacedJudgement judgement) {
        var task = Objects.requireNonNull(tasks.get(judgement.pair()));
        return switch (task.state()) {
            case LEASED -> "is the pair that you have in hand: answer it or end it, and send this line again";
            case SKIPPED -> "is a pair that you have skipped here";
            case ANSWERED -> againstSaid(byTask.getOrDefault(task.id(), List.of()), judgement);
            case OPEN, EXPIRED -> throw new IllegalStateException("task " + task.id() + " is nobody's");
        };
    }

    private static @Nullable String againstSaid(List<Comparison> said, PlacedJudgement judgement) {
        if (said.stream().anyMatch(judgement::saysTheSameAs)) {
            return null;
        }
        return "says otherwise than you have said of this pair already (comparison "
                + said.getLast().number()
                + "). Each person judges a pair once: leave the line out, or have its judge import it";
    }
}
