package dev.paddock.tasks;

import dev.paddock.people.Caller;
import dev.paddock.people.Scope;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How far the caller, and everybody together, have come in some campaigns. */
@Service
public class Desk {

    private final JdbcClient jdbc;

    Desk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param mine     tasks that the caller has answered, without what they imported
     * @param held     the caller has one in hand
     * @param answered slots with an answer, by anybody
     * @param slots    slots in all
     */
    public record Progress(UUID campaign, long mine, boolean held, long answered, long slots) {

        static Progress none(UUID campaign) {
            return new Progress(campaign, 0, false, 0, 0);
        }
    }

    /** How many tasks of the campaign the caller has answered; what they imported is no work of theirs. */
    public long answered(Caller caller, UUID campaign) {
        caller.require(Scope.ANNOTATE);
        return jdbc.sql(
                        "select count(*) from task where campaign_id = ? and person_id = ? and state = 'answered' and end_cause is distinct from 'imported'")
                .param(campaign)
                .param(caller.person())
                .query(Long.class)
                .single();
    }

    /** The task that the caller has in hand there. */
    public Optional<UUID> held(Caller caller, UUID campaign) {
        caller.require(Scope.ANNOTATE);
        return jdbc.sql(
                        "select id from task where campaign_id = :campaign and person_id = :person and state = 'leased'")
                .param("campaign", campaign)
                .param("person", caller.person())
                .query(UUID.class)
                .optional();
    }

    /** @param campaigns some that the caller may see; each gets an entry */
    public Map<UUID, Progress> progress(Caller caller, Collection<UUID> campaigns) {
        caller.require(Scope.ANNOTATE);
        var counted = jdbc
                .sql("""
                        select campaign_id as campaign,
                               count(*) filter (where person_id = :person and state = 'answered'
                                                  and end_cause is distinct from 'imported') as mine,
                               coalesce(bool_or(person_id = :person and state = 'leased'), false) as held,
                               count(*) filter (where state = 'answered') as answered,
                               count(*) filter (where state in ('open', 'leased', 'answered')) as slots
                        from task where campaign_id = any(:campaigns) group by campaign_id
                        """)
                .param("person", caller.person())
                .param("campaigns", campaigns.toArray(UUID[]::new))
                .query(Progress.class)
                // Not its own stream(), which would keep the connection.
                .list()
                .stream()
                .collect(Collectors.toMap(Progress::campaign, Function.identity()));
        return campaigns.stream()
                .collect(
                        Collectors.toMap(Function.identity(), each -> counted.getOrDefault(each, Progress.none(each))));
    }
}
