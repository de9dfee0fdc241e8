package dev.paddock.samples;

import dev.paddock.campaigns.Campaigns;
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
               for update of conversation, turn skip locked
            """;

    /** Wherever it is drawn. */
    private static final String AHEAD = """
            select conversation.id from conversation
              join turn on turn.conversation_id = conversation.id and turn.number = 1
             where conversation.campaign_id = :campaign and conversation.prompt_id = :prompt and conversation.holder_id is null
               and turn.prefetched and turn.state in ('ready', 'generating') and turn.created_at > :oldest
            """;

    private static final String HELD =
            "select count(*) from conversation where campaign_id = :campaign and prompt_id = :prompt and holder_id is not null";

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Transcripts transcripts;
    private final Campaigns campaigns;
    private final Models models;
    private final ApplicationEventPublisher events;
    private final GenerationSettings settings;
    private final Instance instance;
    private final Clock clock;

    Prefetched(
            EntityManager entities,
            JdbcClient jdbc,
            Transcripts transcripts,
            Campaigns campaigns,
            Models models,
            ApplicationEventPublisher events,
            GenerationSettings settings,
            Instance instance,
            Clock clock) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.transcripts = transcripts;
        this.campaigns = campaigns;
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

    /**
     * Whether there are enough: one for each person who may still ask for that prompt, which are as many as its judgements, without those
     * who have held it already. One more is drawn at each look until then. Without a lock: whoever claims one at this moment must not go
     * away empty-handed.
     */
    boolean has(UUID campaign, UUID prompt) {
        var ahead = listed(jdbc.sql(AHEAD), campaign, prompt).stream()
                .filter(id -> isCurrent(campaign, firstTurn(id)))
                .count();
        return ahead >= Math.max(1, campaigns.judgementsPerItem(campaign) - held(campaign, prompt));
    }

    private int held(UUID campaign, UUID prompt) {
        return jdbc.sql(HELD)
                .param("campaign", campaign)
                .param("prompt", prompt)
                .query(Integer.class)
                .single();
    }

    /** Those that a changed or switched-off variant has made stale are cancelled on the way. */
    private Optional<Conversation> good(UUID campaign, UUID prompt) {
        for (var id : candidates(campaign, prompt)) {
            var turn = firstTurn(id);
            if (isCurrent(campaign, turn)) {
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

    private List<UUID> candidates(UUID campaign, UUID prompt) {
        return listed(jdbc.sql(CANDIDATES).param("instance", instance.name()), campaign, prompt);
    }

    private List<UUID> listed(JdbcClient.StatementSpec sql, UUID campaign, UUID prompt) {
        return sql.param("campaign", campaign)
                .param("prompt", prompt)
                .param("oldest", clock.instant().minus(settings.prefetchTtl()).atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** As the campaign's variants are now: a lead may have chosen others, changed one or switched it off. */
    private boolean isCurrent(UUID campaign, Turn turn) {
        var samples = samples(turn);
        var ids =
                samples.stream().map(sample -> sample.provenance().variantId()).collect(Collectors.toSet());
        Map<UUID, ModelVariant> now =
                models.variantsOf(ids).stream().collect(Collectors.toMap(ModelVariant::id, Function.identity()));
        return campaigns.variantsOf(campaign).containsAll(ids)
                && samples.stream().allMatch(sample -> isCurrent(sample.provenance(), now));
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
