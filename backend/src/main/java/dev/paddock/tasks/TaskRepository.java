package dev.paddock.tasks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TaskRepository extends Repository<Task, UUID> {

    Task save(Task task);

    void flush();

    Optional<Task> findById(UUID id);

    @Query(nativeQuery = true, value = "select * from task where id = :id for update")
    Optional<Task> lock(UUID id);

    @Query(
            nativeQuery = true,
            value =
                    "select * from task where campaign_id = :campaign and person_id = :person and state = 'leased' for update")
    Optional<Task> held(UUID campaign, UUID person);

    /**
     * The first open slot that this person may take: of an item they neither judged nor skipped. Slots that somebody else is about to
     * take are passed over, so that callers never wait for each other.
     *
     * @param after only slots behind this position; what lies before was taken or passed over by this person already, apart from rare
     *     cases for which the caller asks again with 0
     * @param generating false where no model can answer: then only prepared pairs are handed out
     */
    @Query(nativeQuery = true, value = """
                    select t.* from task t join item i on i.id = t.item_id
                    where t.campaign_id = :campaign and t.state = 'open' and t.position > :after
                      and (:generating or i.kind = 'pair')
                      and not exists (select 1 from task mine
                                      where mine.item_id = t.item_id and mine.person_id = :person
                                        and mine.state in ('leased', 'answered', 'skipped'))
                    order by t.position
                    limit 1
                    for update of t skip locked
                    """)
    Optional<Task> firstOpen(UUID campaign, UUID person, long after, boolean generating);

    /** Of the open slots that this person may take: a prepared pair, or else the one with the shortest prompt. */
    @Query(nativeQuery = true, value = """
                    select t.* from task t join item i on i.id = t.item_id left join prompt p on p.id = i.prompt_id
                    where t.campaign_id = :campaign and t.state = 'open'
                      and not exists (select 1 from task mine
                                      where mine.item_id = t.item_id and mine.person_id = :person
                                        and mine.state in ('leased', 'answered', 'skipped'))
                    order by i.kind = 'pair' desc, length(p.system_text) + length(p.text), t.position
                    limit 1
                    for update of t skip locked
                    """)
    Optional<Task> shortestOpen(UUID campaign, UUID person);

    /** What the person has judged, skipped or in hand of some items. */
    @Query(nativeQuery = true, value = """
                    select * from task
                    where item_id in (:items) and person_id = :person and state in ('leased', 'answered', 'skipped')
                    """)
    List<Task> own(Collection<UUID> items, UUID person);

    /** One open slot of each of some items that has one which nobody is about to take. */
    @Query(nativeQuery = true, value = """
                    select free.* from item cross join lateral (
                           select * from task where item_id = item.id and state = 'open'
                            order by slot limit 1 for update skip locked) free
                    where item.id in (:items)
                    """)
    List<Task> open(Collection<UUID> items);

    /** Of the pairs that somebody has begun, the first behind that beginning that this person may take. */
    @Query(nativeQuery = true, value = """
                    select t.* from task t
                    where t.campaign_id = :campaign and t.state = 'open' and t.begun > :after
                      and not exists (select 1 from task mine
                                      where mine.item_id = t.item_id and mine.person_id = :person
                                        and mine.state in ('leased', 'answered', 'skipped'))
                    order by t.begun
                    limit 1
                    for update of t skip locked
                    """)
    Optional<Task> firstBegun(UUID campaign, UUID person, long after);

    /** Of the pairs that nobody has begun and whose draw is below the share, the one with the lowest draw. */
    @Query(nativeQuery = true, value = """
                    select t.* from task t
                    where t.campaign_id = :campaign and t.state = 'open' and t.begun is null and t.draw < :share
                      and not exists (select 1 from task mine
                                      where mine.item_id = t.item_id and mine.person_id = :person
                                        and mine.state in ('leased', 'answered', 'skipped'))
                    order by t.draw
                    limit 1
                    for update of t skip locked
                    """)
    Optional<Task> firstDrawn(UUID campaign, UUID person, double share);

    /** Of the other pairs that nobody has begun, the one with the smallest gap. */
    @Query(nativeQuery = true, value = """
                    select t.* from task t
                    where t.campaign_id = :campaign and t.state = 'open' and t.begun is null and t.gap is not null and t.draw >= :share
                      and not exists (select 1 from task mine
                                      where mine.item_id = t.item_id and mine.person_id = :person
                                        and mine.state in ('leased', 'answered', 'skipped'))
                    order by t.gap, t.draw
                    limit 1
                    for update of t skip locked
                    """)
    Optional<Task> firstByGap(UUID campaign, UUID person, double share);

    /**
     * Of the other pairs that nobody has begun and nobody knows the gap of, the first to come. A slot that was held while the gap was told does
     * not know it, its pair does.
     */
    @Query(nativeQuery = true, value = """
                    select t.* from task t join item i on i.id = t.item_id
                    where t.campaign_id = :campaign and t.state = 'open' and t.begun is null and t.gap is null and t.draw >= :share
                      and i.gap is null
                      and not exists (select 1 from task mine
                                      where mine.item_id = t.item_id and mine.person_id = :person
                                        and mine.state in ('leased', 'answered', 'skipped'))
                    order by t.position
                    limit 1
                    for update of t skip locked
                    """)
    Optional<Task> firstUnscored(UUID campaign, UUID person, double share);

    /** What was imported counts for nothing: its sender has passed over nothing that was begun before. */
    @Query(nativeQuery = true, value = """
                    select coalesce(max(begun), 0) from task
                    where campaign_id = :campaign and person_id = :person and begun is not null
                      and end_cause is distinct from 'imported'
                    """)
    long lastBegun(UUID campaign, UUID person);

    @Query(nativeQuery = true, value = "select nextval('task_beginning')")
    long nextBeginning();

    /** Whether somebody is at the pair or has answered it, or has begun it before those to come. */
    @Query(nativeQuery = true, value = """
                    select exists (select from task where item_id = :item
                                      and (state in ('leased', 'answered') or state = 'open' and begun is not null))
                    """)
    boolean isBegun(UUID item);

    /** How the slots of an item that somebody has begun were chosen, but for one of them. */
    @Query(
            "select task.chosenBy from Task task where task.itemId = :item and task.id <> :but and task.begun is not null"
                    + " and task.chosenBy is not null order by task.begun limit 1")
    Optional<ChosenBy> chosenFirst(@Nullable UUID item, UUID but);

    @Query(nativeQuery = true, value = "select gap from item where id = :item")
    @Nullable
    Double gap(UUID item);

    /** What was imported counts for nothing: its sender has passed over nothing that came before. */
    @Query(nativeQuery = true, value = """
                    select coalesce(max(position), 0) from task
                    where campaign_id = :campaign and person_id = :person and end_cause is distinct from 'imported'
                    """)
    long lastPosition(UUID campaign, UUID person);

    @Query(nativeQuery = true, value = """
                    select * from task where state = 'leased' and expires_at < :now
                    order by expires_at limit :limit for update skip locked
                    """)
    List<Task> overdue(Instant now, int limit);

    /** Held by people who are members no longer; owners need no membership. */
    @Query(nativeQuery = true, value = """
                    select t.* from task t join person p on p.id = t.person_id
                    where t.campaign_id = :campaign and t.state = 'leased' and p.role <> 'owner'
                      and not exists (select 1 from campaign_member m
                                      where m.campaign_id = t.campaign_id and m.person_id = t.person_id)
                    for update of t
                    """)
    List<Task> heldByStrangers(UUID campaign);
}
