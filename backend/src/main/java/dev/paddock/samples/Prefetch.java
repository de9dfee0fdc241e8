package dev.paddock.samples;

import dev.paddock.prompts.Prompts;
import dev.paddock.rewardmodel.Message;
import dev.paddock.shared.Refusal;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Draws first turns ahead, so that whoever takes one up finds it ready. People who wait go first. */
@Service
public class Prefetch {

    private static final Logger logger = LoggerFactory.getLogger(Prefetch.class);

    /** How many calls are worked on at once; what comes beyond that is dropped, as the next lease asks again. */
    private final Semaphore calls = new Semaphore(4);

    private final Prefetched prefetched;
    private final Prompts prompts;
    private final PairPlanner planner;
    private final TurnLog log;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final GenerationSettings settings;
    private final Clock clock;

    Prefetch(
            Prefetched prefetched,
            Prompts prompts,
            PairPlanner planner,
            TurnLog log,
            EntityManager entities,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            GenerationSettings settings,
            Clock clock) {
        this.prefetched = prefetched;
        this.prompts = prompts;
        this.planner = planner;
        this.log = log;
        this.entities = entities;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Says what an annotator will probably take next; returns at once. The first few are drawn, unless they are there already.
     *
     * @param upcoming prompts of the campaign, soonest first
     */
    public void want(UUID campaign, List<UUID> upcoming) {
        if (settings.prefetch() > 0 && !upcoming.isEmpty() && calls.tryAcquire()) {
            Thread.ofVirtual().name("prefetch").start(() -> {
                try {
                    drawFirst(campaign, upcoming);
                } catch (Refusal none) {
                    logger.debug("Nothing is drawn ahead: {}", none.getMessage());
                } finally {
                    calls.release();
                }
            });
        }
    }

    private void drawFirst(UUID campaign, List<UUID> upcoming) {
        var drawn = 0;
        for (var prompt : upcoming) {
            if (drawn < settings.prefetch() && hasRoomAndIsDrawn(campaign, prompt)) {
                drawn++;
            }
        }
    }

    /** Now or before; not one that is too long for the models. */
    private boolean hasRoomAndIsDrawn(UUID campaign, UUID prompt) {
        try {
            transactions.executeWithoutResult(status -> draw(campaign, prompt));
            return true;
        } catch (ConversationTooLong passedOver) {
            return false;
        }
    }

    /** Not by two at once, on whatever replicas they are. */
    private void draw(UUID campaign, UUID prompt) {
        if (!isFirst(prompt) || prefetched.has(campaign, prompt)) {
            return;
        }
        var opening = prompts.get(prompt);
        var conversation = Conversation.on(campaign, opening, null, clock.instant());
        entities.persist(conversation);
        var question =
                new Question(campaign, conversation.id(), opening.systemText(), List.of(Message.user(opening.text())));
        log.begin(question, 1, opening.text(), true, planner.plan(question, Set.of()));
    }

    private boolean isFirst(UUID prompt) {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(prompt.getMostSignificantBits() ^ prompt.getLeastSignificantBits())
                .query(Boolean.class)
                .single();
    }
}
