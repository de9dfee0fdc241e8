package dev.paddock.campaigns;

import dev.paddock.shared.Words;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One question put to people under a guideline. */
@Entity
public class Campaign {

    @Id
    private UUID id;

    private String name;
    private Track track;
    private String task;
    private CampaignState state;
    private int judgementsPerItem;
    private int maxTurns;
    private boolean annotatorPrompts;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> ratings;

    private Order queueOrder;
    private int randomShare;

    private int guidelineVersion;
    private @Nullable UUID createdBy;
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected Campaign() {}

    @SuppressWarnings("NullAway.Init") // the rest is set by change()
    Campaign(UUID id, NewCampaign asked, @Nullable UUID createdBy, Instant now) {
        this.id = id;
        this.track = asked.track();
        this.task = "comparison";
        this.state = CampaignState.DRAFT;
        this.judgementsPerItem = asked.judgementsPerItem();
        this.guidelineVersion = 1;
        this.createdBy = createdBy;
        this.createdAt = now;
        change(asked.name(), asked.maxTurns(), asked.annotatorPrompts(), asked.ratings());
        order(asked.order(), asked.randomShare());
    }

    void change(String newName, int newMaxTurns, boolean newAnnotatorPrompts, Collection<Rating> newRatings) {
        name = newName;
        maxTurns = newMaxTurns;
        annotatorPrompts = newAnnotatorPrompts;
        ratings = newRatings.stream().sorted().map(Rating::word).toList();
    }

    void order(Order newOrder, int newRandomShare) {
        queueOrder = newOrder;
        randomShare = newRandomShare;
    }

    void activate() {
        requireOpen();
        state = CampaignState.ACTIVE;
    }

    void pause() {
        requireOpen();
        if (state == CampaignState.ACTIVE) {
            state = CampaignState.PAUSED;
        }
    }

    void close() {
        state = CampaignState.CLOSED;
    }

    int nextGuideline() {
        return ++guidelineVersion;
    }

    void requireOpen() {
        if (state == CampaignState.CLOSED) {
            throw new CampaignClosed(name);
        }
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Track track() {
        return track;
    }

    /** Always {@code comparison} so far. */
    public String task() {
        return task;
    }

    public CampaignState state() {
        return state;
    }

    public boolean isActive() {
        return state == CampaignState.ACTIVE;
    }

    /** Fixed when the campaign is made: every item gets exactly so many. */
    public int judgementsPerItem() {
        return judgementsPerItem;
    }

    public int maxTurns() {
        return maxTurns;
    }

    /** Whether annotators may open conversations with prompts of their own. */
    public boolean annotatorPrompts() {
        return annotatorPrompts;
    }

    public Set<Rating> ratings() {
        return ratings.stream()
                .map(word -> Words.read(Rating.class, word).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rating.class)));
    }

    public Order order() {
        return queueOrder;
    }

    /** In percent: so many pairs are chosen at random where the others are chosen by uncertainty. */
    public int randomShare() {
        return randomShare;
    }

    public int guidelineVersion() {
        return guidelineVersion;
    }

    public @Nullable UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Goes up with every change; an edit names the one it was made from. */
    public long version() {
        return version;
    }
}
