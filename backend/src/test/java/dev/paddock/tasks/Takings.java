package dev.paddock.tasks;

import dev.paddock.people.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pairs of campaigns as people take them, with what they were chosen by. */
final class Takings {

    private final Tasks tasks;
    private final Gaps gaps;
    private final JdbcClient database;

    Takings(BeanFactory beans) {
        this.tasks = beans.getBean(Tasks.class);
        this.gaps = beans.getBean(Gaps.class);
        this.database = beans.getBean(JdbcClient.class);
    }

    record Taken(UUID task, UUID pair, String chosenBy, Double draw, Double gap) {}

    /** In the order of their arrival. */
    List<UUID> pairs(PreparedCampaign campaign) {
        return database.sql(
                        "select i.conversation_id from item i join task t on t.item_id = i.id where i.campaign_id = ? group by i.id order by min(t.position)")
                .param(campaign.id())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    void gap(UUID pair, double gap) {
        gaps.record("m", List.of(new Gaps.Gap(pair, gap)));
    }

    Taken take(Caller person, PreparedCampaign campaign) {
        return seen(((Next.Leased) tasks.next(person, campaign.id())).task());
    }

    List<Taken> takeAll(Caller person, PreparedCampaign campaign) {
        var taken = new ArrayList<Taken>();
        while (tasks.next(person, campaign.id()) instanceof Next.Leased it) {
            taken.add(seen(it.task()));
            answered(taken.getLast());
        }
        return taken;
    }

    Taken seen(UUID task) {
        return database.sql(
                        "select t.id, i.conversation_id, t.chosen_by, t.draw, t.gap from task t join item i on i.id = t.item_id where t.id = ?")
                .param(task)
                .query((row, _) -> new Taken(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, Double.class),
                        row.getObject(5, Double.class)))
                .single();
    }

    void answered(Taken taken) {
        database.sql(
                        "update task set state = 'answered', end_cause = 'completed', ended_at = now(), expires_at = null where id = ?")
                .param(taken.task())
                .update();
    }

    /** Of all slots that somebody has taken. */
    List<String> chosenBy(PreparedCampaign campaign) {
        return database.sql(
                        "select chosen_by from task where campaign_id = ? and person_id is not null order by position")
                .param(campaign.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    UUID answeredPair(PreparedCampaign campaign) {
        return database.sql("select conversation_id from task where campaign_id = ? and state = 'answered'")
                .param(campaign.id())
                .query(UUID.class)
                .single();
    }
}
