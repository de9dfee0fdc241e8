package dev.paddock.tasks;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Order;
import dev.paddock.people.Caller;
import dev.paddock.samples.Turn;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slots of prepared pairs that are filled with what a person has judged elsewhere, as if they had taken and answered them one after the
 * other (I1). Who may is decided by whoever calls.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ImportedJudgements {

    private final TaskRepository tasks;
    private final ItemRepository items;
    private final Queue queue;
    private final Beginnings beginnings;
    private final Presentations presentations;
    private final JdbcClient jdbc;
    private final Clock clock;

    ImportedJudgements(
            TaskRepository tasks,
            ItemRepository items,
            Queue queue,
            Beginnings beginnings,
            Presentations presentations,
            JdbcClient jdbc,
            Clock clock) {
        this.tasks = tasks;
        this.items = items;
        this.queue = queue;
        this.beginnings = beginnings;
        this.presentations = presentations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** To be called first: whatever else this person does to take tasks in the campaign waits for the end of the transaction. */
    public void lineUp(Caller caller, UUID campaign) {
        queue.lineUp(campaign, caller.person());
    }

    /** What the caller has judged, skipped or in hand of some pairs, by conversation. Locks the pairs. */
    public Map<UUID, Task> own(Caller caller, Collection<UUID> pairs) {
        var locked = items.lock(pairs).stream().map(Item::id).toList();
        return tasks.own(locked, caller.person()).stream()
                .collect(Collectors.toMap(task -> Objects.requireNonNull(task.conversationId()), Function.identity()));
    }

    /**
     * Takes and answers one slot of each pair. One without a free slot is missing from what comes back.
     *
     * @param pairs their turns by conversation; the caller has nothing of them yet
     * @param byGap those that were chosen elsewhere because a reward model put their answers close together
     * @return by conversation
     */
    public Map<UUID, Judging> fill(Caller caller, Campaign campaign, Map<UUID, Turn> pairs, Set<UUID> byGap) {
        if (pairs.isEmpty()) {
            return Map.of();
        }
        markChosenByGap(byGap);
        var known = items.lock(pairs.keySet()).stream().collect(Collectors.toMap(Item::id, Function.identity()));
        var taken = tasks.open(known.keySet());
        var now = clock.instant();
        for (var task : taken) {
            var item = Objects.requireNonNull(known.get(Objects.requireNonNull(task.itemId())));
            take(task, item, caller.person(), byGap, now);
        }
        if (campaign.order() == Order.UNCERTAINTY) {
            taken.forEach(beginnings::begin);
        }
        return judgings(campaign, taken, pairs);
    }

    /** What such a pair gets from others is no measure of a reward model either; what it has got already stays what it was. */
    private void markChosenByGap(Set<UUID> pairs) {
        jdbc.sql("""
                        update item set left_over = true
                         where conversation_id = any(:pairs)
                           and not exists (select from task where item_id = item.id
                                              and (state in ('leased', 'answered') or begun is not null))
                        """).param("pairs", pairs.toArray(UUID[]::new)).update();
    }

    private void take(Task task, Item item, UUID person, Set<UUID> byGap, Instant now) {
        var pair = item.pair().orElseThrow();
        task.choose(ChosenBy.ARRIVAL);
        if (item.isLeftOver() || byGap.contains(pair)) {
            task.chooseByGap();
        }
        task.fill(person, pair, now);
    }

    private Map<UUID, Judging> judgings(Campaign campaign, List<Task> taken, Map<UUID, Turn> pairs) {
        var judgings = new HashMap<UUID, Judging>();
        for (var task : taken) {
            var pair = Objects.requireNonNull(task.conversationId());
            var turn = Objects.requireNonNull(pairs.get(pair));
            presentations.draw(task, turn.id());
            judgings.put(pair, presentations.judging(new Held(task, campaign), turn, true));
        }
        return judgings;
    }
}
