package dev.paddock.tasks;

import dev.paddock.campaigns.Order;
import dev.paddock.campaigns.OrderChanged;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where pairs are ordered by uncertainty, what somebody has begun goes before all that nobody has: otherwise pairs with ever smaller gaps,
 * or a new reward model's other gaps, could keep it from its N judgements for ever.
 */
@Component
class Beginnings {

    private final TaskRepository tasks;
    private final JdbcClient jdbc;

    Beginnings(TaskRepository tasks, JdbcClient jdbc) {
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    /**
     * Tells the other slots of the pair that a person has just taken this one. Whoever is about to take one of them needs no telling: of
     * two at once, the second to come here finds what the first was chosen by. Whoever tells of a new gap is waited for, lest the slot goes
     * where the gap says.
     */
    void begin(Task task) {
        if (!task.isPair()) {
            return;
        }
        if (!task.isBegun()) {
            task.begin(tasks.nextBeginning());
        }
        tasks.flush();
        jdbc.sql("select 1 from item where id = :item for no key update")
                .param("item", task.itemId())
                .query(Integer.class)
                .single();
        tasks.chosenFirst(task.itemId(), task.id()).ifPresent(task::chooseAs);
        tasks.flush();
        jdbc.sql("""
                        update task other set begun = taken.begun, chosen_by = taken.chosen_by
                          from task taken
                         where taken.id = :task and other.id in (
                               select id from task
                                where item_id = :item and state = 'open' and begun is null for update skip locked)
                        """).param("task", task.id()).param("item", task.itemId()).update();
    }

    /**
     * A slot that was given back: where its pair is begun, behind all others that are, so that nobody is past it; else it may be chosen by
     * another order next.
     */
    Task again(Task former, UUID item) {
        if (former.isPair() && (former.isBegun() || tasks.isBegun(item))) {
            return former.again(tasks.nextBeginning());
        }
        var again = former.again();
        again.place(tasks.gap(item));
        return again;
    }

    @EventListener
    void reordered(OrderChanged changed) {
        if (changed.before() == Order.UNCERTAINTY) {
            markLeftOver(changed.campaign(), changed.shareBefore());
        }
        if (changed.after() == Order.UNCERTAINTY) {
            begin(changed.campaign());
        }
    }

    /**
     * What the gaps of others have left over is the easier part of the pairs, and no measure of all of them in whatever order; a pair that was
     * taken once and given back is as well. Locked by their ids, like all that lock several.
     */
    private void markLeftOver(UUID campaign, int share) {
        jdbc.sql("""
                        update item set left_over = true
                         where id in (
                               select id from item
                                where campaign_id = :campaign and gap is not null and draw >= :share and not left_over
                                  and exists (select from task where campaign_id = :campaign and chosen_by = 'uncertainty')
                                  and not exists (select from task where item_id = item.id
                                                     and (state in ('leased', 'answered') or begun is not null))
                                order by id for no key update)
                        """).param("campaign", campaign).param("share", share / 100.0).update();
    }

    /** What was begun in the order of arrival is begun as well. */
    private void begin(UUID campaign) {
        jdbc.sql("""
                            update task set begun = nextval('task_beginning'), chosen_by = coalesce(chosen_by, 'arrival')
                             where id in (
                                   select id from task
                                    where campaign_id = :campaign and state = 'open' and begun is null and draw is not null
                                      and exists (select from task taken
                                                   where taken.item_id = task.item_id and taken.state in ('leased', 'answered'))
                                      for update skip locked)
                            """).param("campaign", campaign).update();
    }
}
