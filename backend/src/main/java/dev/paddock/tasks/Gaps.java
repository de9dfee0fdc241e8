package dev.paddock.tasks;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What reward models predict of the pairs in the queues, told by whoever runs them. Never shown to annotators (I5). */
@Service
@Transactional
public class Gaps {

    private final JdbcClient jdbc;

    Gaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far apart the rewards of a prepared pair's two answers are, without a sign. */
    public record Gap(UUID conversation, double value) {}

    /**
     * SQL for whether an item was taken without regard to any gap: what people say of the others is no measure of a reward model.
     *
     * @param task the name of the row of its task
     */
    public static String impartial(String task) {
        return task + ".chosen_by is distinct from 'uncertainty'";
    }

    /**
     * Puts the pairs where their gaps say, instead of where an earlier model did; one that somebody has begun stays where it is. Slots that
     * somebody is about to take are passed over, as whoever begins a pair waits for whoever tells of it.
     *
     * @param model the one that said so
     */
    public void record(String model, Collection<Gap> gaps) {
        jdbc.sql("""
                        with told as (
                          select item.id, said.gap
                            from unnest(:conversations, :gaps) said (conversation, gap)
                            join item on item.conversation_id = said.conversation
                           order by item.id for no key update of item),
                        kept as (
                          update item set gap = told.gap, gap_model = :model from told where item.id = told.id)
                        update task set gap = fresh.gap
                          from (select task.id, told.gap from told join task on task.item_id = told.id
                                 where task.state = 'open' and task.begun is null
                                   for no key update of task skip locked) fresh
                         where task.id = fresh.id
                        """)
                .param("model", model)
                .param("conversations", gaps.stream().map(Gap::conversation).toArray(UUID[]::new))
                .param("gaps", gaps.stream().map(Gap::value).toArray(Double[]::new))
                .update();
    }
}
