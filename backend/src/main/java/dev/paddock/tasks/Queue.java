package dev.paddock.tasks;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.prompts.PromptsAdded;
import dev.paddock.samples.PairsAdded;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns what was imported into items with their N open slots, in the transaction that imports it. */
@Component
class Queue {

    private static final String SLOTS = """
            insert into task (id, campaign_id, item_id, slot, state, draw)
            select gen_random_uuid(), :campaign, fresh.id, slot, 'open', fresh.draw
            from fresh cross join generate_series(1, fresh.judgements) slot
            order by fresh.created_at, fresh.id, slot
            """;

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Clock clock;

    Queue(JdbcClient jdbc, Campaigns campaigns, Clock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @EventListener
    void enqueuePrompts(PromptsAdded added) {
        enqueue("""
                with fresh as (
                  insert into item (id, campaign_id, round, kind, prompt_id, judgements, created_at)
                  select p.id, p.campaign_id, :round, 'prompt', p.id, c.judgements_per_item, p.created_at
                  from prompt p join campaign c on c.id = p.campaign_id
                  where p.id = any(:fresh)
                  on conflict do nothing
                  returning id, judgements, created_at, draw)
                """, added.campaign(), added.prompts());
    }

    @EventListener
    void enqueuePairs(PairsAdded added) {
        enqueue("""
                with fresh as (
                  insert into item (id, campaign_id, round, kind, conversation_id, judgements, created_at, draw)
                  select v.id, v.campaign_id, :round, 'pair', v.id, c.judgements_per_item, v.created_at, random()
                  from conversation v join campaign c on c.id = v.campaign_id
                  where v.id = any(:fresh)
                  on conflict do nothing
                  returning id, judgements, created_at, draw)
                """, added.campaign(), added.conversations());
    }

    private void enqueue(String freshItems, UUID campaign, List<UUID> fresh) {
        jdbc.sql(freshItems + SLOTS)
                .param("campaign", campaign)
                .param("fresh", fresh.toArray(UUID[]::new))
                .param("round", campaigns.currentRound(campaign))
                .update();
    }

    /** An opening that an annotator wrote: an item of one judgement, theirs. */
    void addWritten(UUID campaign, UUID prompt) {
        jdbc.sql("""
                        insert into item (id, campaign_id, round, kind, prompt_id, judgements, created_at)
                        values (:prompt, :campaign, :round, 'prompt', :prompt, 1, :now)
                        """)
                .param("prompt", prompt)
                .param("campaign", campaign)
                .param("round", campaigns.currentRound(campaign))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Lets one person's calls for work in a campaign come one after the other, on all replicas: of two at once, a double click, the second
     * finds what the first has leased.
     */
    void lineUp(UUID campaign, UUID person) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:both, 0))")
                .param("both", campaign + " " + person)
                .query(Integer.class)
                .single();
    }

    boolean hasItem(UUID prompt) {
        return jdbc.sql("select exists (select 1 from item where prompt_id = :prompt)")
                .param("prompt", prompt)
                .query(Boolean.class)
                .single();
    }

    /** Prompts that {@code person} will get next, and others with them: first come first served. */
    List<UUID> upcomingPrompts(UUID campaign, UUID person, int limit) {
        return jdbc.sql("""
                        select i.prompt_id from task t join item i on i.id = t.item_id
                        where t.campaign_id = :campaign and t.state = 'open' and i.kind = 'prompt'
                          and not exists (select 1 from task mine
                                          where mine.item_id = t.item_id and mine.person_id = :person
                                            and mine.state in ('leased', 'answered', 'skipped'))
                          and not exists (select 1 from task before
                                          where before.item_id = t.item_id and before.state = 'open' and before.position < t.position)
                        order by t.position limit :limit
                        """)
                .param("campaign", campaign)
                .param("person", person)
                .param("limit", limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Why {@code person} finds nothing open. */
    EmptyQueue emptiness(Campaign campaign, UUID person, boolean generating) {
        var counts = jdbc.sql("""
                        select count(*) filter (where t.state = 'open') as open,
                               count(*) filter (where t.state = 'leased') as leased,
                               count(*) filter (where t.state = 'open' and i.kind = 'prompt' and not exists (
                                 select 1 from task mine where mine.item_id = t.item_id and mine.person_id = :person
                                   and mine.state in ('leased', 'answered', 'skipped'))) as mine,
                               exists (select 1 from task other
                                       where other.campaign_id = :campaign and other.state = 'open' and not exists (
                                         select 1 from task mine where mine.item_id = other.item_id and mine.person_id = :person
                                           and mine.state in ('leased', 'answered', 'skipped'))) as free,
                               count(*) as total
                        from task t join item i on i.id = t.item_id
                        where t.campaign_id = :campaign
                        """)
                .param("campaign", campaign.id())
                .param("person", person)
                .query(Counts.class)
                .single();
        return counts.reason(generating, campaign.annotatorPrompts());
    }

    /**
     * Slots of a campaign.
     *
     * @param mine the open prompts that this person could take
     * @param free whether there is any that they could take: somebody else was about to when it was looked for
     */
    record Counts(long open, long leased, long mine, boolean free, long total) {

        /** @param writing whether people may write prompts of their own: then only a missing model keeps them from work */
        EmptyQueue reason(boolean generating, boolean writing) {
            if (!generating && (writing || mine > 0)) {
                return EmptyQueue.NO_MODEL;
            }
            if (total == 0) {
                return EmptyQueue.NOTHING_IMPORTED;
            }
            if (open > 0 && !free) {
                return EmptyQueue.YOUR_SHARE_DONE;
            }
            return free || leased > 0 ? EmptyQueue.WAITING_FOR_OTHERS : EmptyQueue.ALL_DONE;
        }
    }
}
