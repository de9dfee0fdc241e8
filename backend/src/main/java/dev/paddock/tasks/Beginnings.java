package dev.paddock.tasks;

import dev.paddock.campaigns.Order;
import dev.paddock.campaigns.OrderChanged;
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

    /** Tells the other slots of the pair that a person has just taken this one. Those that others are about to take need no telling. */
    void begin(Task task) {
        if (!task.isPair()) {
            return;
        }
        if (!task.isBegun()) {
            task.begin(tasks.nextBeginning());
        }
        tasks.flush();
        jdbc.sql("""
                        update task other set begun = taken.begun, chosen_by = taken.chosen_by
                          from task taken
                         where taken.id = :task and other.id in (
                               select id from task
                                where item_id = :item and state = 'open' and begun is null for update skip locked)
                        """).param("task", task.id()).param("item", task.itemId()).update();
    }

    /** The slot of a pair that is begun and was given back: behind all others that are begun, so that nobody is past it. */
    Task begunAnew(Task former) {
        var again = former.again();
        if (former.isBegun()) {
            again.begin(tasks.nextBeginning());
        }
        return again;
    }

    /** What was begun in the order of arrival is begun as well. */
    @EventListener
    void reordered(OrderChanged changed) {
        if (changed.order() == Order.UNCERTAINTY) {
            jdbc.sql("""
                            update task set begun = nextval('task_beginning'), chosen_by = coalesce(chosen_by, 'arrival')
                             where id in (
                                   select id from task
                                    where campaign_id = :campaign and state = 'open' and begun is null and draw is not null
                                      and exists (select from task taken
                                                   where taken.item_id = task.item_id and taken.state in ('leased', 'answered'))
                                      for update skip locked)
                            """).param("campaign", changed.campaign()).update();
        }
    }
}
