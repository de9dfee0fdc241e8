package dev.paddock.samples;

import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** First turns that nobody holds yet. */
@Component
@Transactional
class Prefetched {

    /** A ready one before one under way; one under way only here, where its text can be read along. */
    private static final String CANDIDATES = """
            select conversation.id from conversation
              join turn on turn.conversation_id = conversation.id and turn.number = 1
             where conversation.campaign_id = :campaign and conversation.prompt_id = :prompt and conversation.holder_id is null
               and turn.prefetched and (turn.state = 'ready' or turn.state = 'generating' and turn.owner = :instance)
               and turn.created_at > :oldest
             order by turn.state desc, conversation.created_at
             limit 3
            """;

    private static final String LOCKED = CANDIDATES + " for update of conversation, turn skip locked";

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Transcripts transcripts;
    private final Models models;
    private final ApplicationEventPublisher events;
    private final GenerationSettings settings;
    private final Instance instance;
    private final Clock clock;

    Prefetched(
            EntityManager entities,
            JdbcClient jdbc,
            Transcripts transcripts,
            Models models,
            ApplicationEventPublisher events,
            GenerationSettings settings,
            Instance instance,
            Clock clock) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.transcripts = transcripts;
        this.models = models;
        this.events = events;
        this.settings = settings;
        this.instance = instance;
        this.clock = clock;
    }

    Optional<Conversation> claim(UUID campaign, UUID prompt, UUID holder) {
        var good = good(campaign, prompt);
        good.ifPresent(conversation -> {
            var turn = firstTurn(conversation.id());
            conversation.claim(holder);
            turn.claimed();
            events.publishEvent(new TurnClaimed(turn.id()));
        });
        return good;
    }

    /** Without a lock: whoever claims one at this moment must not go away empty-handed. */
    boolean has(UUID campaign, UUID prompt) {
        return candidates(CANDIDATES, campaign, prompt).stream().anyMatch(id -> isCurrent(firstTurn(id)));
    }

    /** Those that a changed or switched-off variant has made stale are cancelled on the way. */
    private Optional<Conversation> good(UUID campaign, UUID prompt) {
        for (var id : candidates(LOCKED, campaign, prompt)) {
            var turn = firstTurn(id);
            if (isCurrent(turn)) {
                return Optional.of(transcripts.conversation(id));
            }
            turn.cancel();
            events.publishEvent(new TurnStopped(turn.id()));
        }
        return Optional.empty();
    }

    private Turn firstTurn(UUID conversation) {
        return transcripts.turns(conversation).getFirst();
    }

    private List<UUID> candidates(String sql, UUID campaign, UUID prompt) {
        return jdbc.sql(sql)
                .param("campaign", campaign)
                .param("prompt", prompt)
                .param("instance", instance.name())
                .param("oldest", clock.instant().minus(settings.prefetchTtl()).atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private boolean isCurrent(Turn turn) {
        var samples = samples(turn);
        var ids =
                samples.stream().map(sample -> sample.provenance().variantId()).collect(Collectors.toSet());
        Map<UUID, ModelVariant> now =
                models.variantsOf(ids).stream().collect(Collectors.toMap(ModelVariant::id, Function.identity()));
        return samples.stream().allMatch(sample -> isCurrent(sample.provenance(), now));
    }

    private static boolean isCurrent(Provenance provenance, Map<UUID, ModelVariant> now) {
        var variant = now.get(provenance.variantId());
        return variant != null && variant.enabled() && variant.revision() == provenance.variantRevision();
    }

    private List<Sample> samples(Turn turn) {
        return entities.createQuery("from Sample where turnId = :turn and state in :kept", Sample.class)
                .setParameter("turn", turn.id())
                .setParameter("kept", Set.of(SampleState.STARTED, SampleState.FINISHED))
                .getResultList();
    }
}
