package dev.paddock.insight;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.reward.Agreements;
import dev.paddock.samples.Conversations;
import dev.paddock.samples.Samples;
import dev.paddock.samples.Turn;
import dev.paddock.shared.Cursor;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows leads, reviewers and the owner what came in. Annotators never: nothing here is blind. */
@Service
@Transactional(readOnly = true)
public class Insight {

    private final Campaigns campaigns;
    private final Conversations conversations;
    private final Samples samples;
    private final Agreements agreements;
    private final JdbcClient jdbc;

    Insight(Campaigns campaigns, Conversations conversations, Samples samples, Agreements agreements, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.conversations = conversations;
        this.samples = samples;
        this.agreements = agreements;
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public Page<ConversationRow> conversations(Caller caller, UUID campaign, @Nullable String cursor, int size) {
        campaigns.requireReader(caller, campaign);
        var before = Cursor.orEnd(cursor);
        var rows = jdbc.sql(ConversationRow.PAGE)
                .param("campaign", campaign)
                .param("at", before.at().atOffset(ZoneOffset.UTC))
                .param("id", before.id())
                .param("limit", size + 1)
                .query(ConversationRow::read)
                .list();
        return Page.of(rows, size, row -> new Cursor(row.startedAt(), row.id()).text());
    }

    /** @throws NotFound also for those who may not read its campaign */
    public SeenConversation conversation(Caller caller, UUID id) {
        var campaign = readable(caller, id);
        var judgements = jdbc.sql(Judgement.OF_CONVERSATION).param(id).query(Judgement::read).stream()
                .collect(Collectors.groupingBy(Judgement::turn));
        var turns = conversations.turns(id).stream()
                .map(turn -> seen(turn, judgements.getOrDefault(turn.id(), List.of())))
                .toList();
        return new SeenConversation(campaign, conversations.get(id), turns);
    }

    private Campaign readable(Caller caller, UUID conversation) {
        var campaign = jdbc.sql("select campaign_id from conversation where id = ?")
                .param(conversation)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("conversation"));
        try {
            return campaigns.requireReader(caller, campaign);
        } catch (NotFound | NotAllowed hidden) {
            throw new NotFound("conversation");
        }
    }

    private SeenTurn seen(Turn turn, List<Judgement> judgements) {
        var attempts = samples.attempts(turn.id());
        var scores = samples.scores(attempts.stream().map(sample -> sample.id()).toList());
        return new SeenTurn(turn, attempts, scores, judgements);
    }

    /** What people wrote to the leads, newest first. */
    public Page<FlagRow> flags(Caller caller, UUID campaign, @Nullable String cursor, int size) {
        campaigns.requireReader(caller, campaign);
        var before = Cursor.orEnd(cursor);
        var rows = jdbc.sql(FlagRow.PAGE)
                .param("campaign", campaign)
                .param("at", before.at().atOffset(ZoneOffset.UTC))
                .param("id", before.id())
                .param("limit", size + 1)
                .query(FlagRow::read)
                .list();
        return Page.of(rows, size, row -> new Cursor(row.at(), row.id()).text());
    }

    public long flagCount(Caller caller, UUID campaign) {
        campaigns.requireReader(caller, campaign);
        return jdbc.sql(FlagRow.COUNT)
                .param("campaign", campaign)
                .query(Long.class)
                .single();
    }

    public CampaignFacts facts(Caller caller, UUID campaign) {
        var agreement = agreements.of(campaigns.requireReader(caller, campaign));
        return jdbc.sql(CampaignFacts.SQL)
                .param(campaign)
                .query((row, _) -> CampaignFacts.read(row, agreement))
                .single();
    }
}
