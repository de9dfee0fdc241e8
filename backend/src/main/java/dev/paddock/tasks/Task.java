package dev.paddock.tasks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One person's slot on an item: open until somebody leases it, then theirs until it is answered, skipped or has expired. */
@Entity
public class Task implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID campaignId;

    private @Nullable UUID itemId;

    private int slot;

    private TaskState state;

    private @Nullable UUID personId;
    private @Nullable UUID conversationId;
    private int answeredTurns;
    private @Nullable Instant leasedAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant endedAt;
    private @Nullable EndCause endCause;
    private String skipReason = "";
    private @Nullable Double draw;
    private @Nullable Double gap;
    private @Nullable Long begun;
    private @Nullable ChosenBy chosenBy;

    @Generated
    @Column(insertable = false, updatable = false)
    private @Nullable Long position;

    @SuppressWarnings("NullAway.Init")
    protected Task() {}

    private Task(UUID campaignId, @Nullable UUID itemId, int slot) {
        this.id = UUID.randomUUID();
        this.campaignId = campaignId;
        this.itemId = itemId;
        this.slot = slot;
        this.state = TaskState.OPEN;
    }

    /** A task on which the person will write the opening; it gets its item with the first message. */
    static Task unwritten(UUID campaignId) {
        return new Task(campaignId, null, 1);
    }

    /** The slot of this task, free again for somebody else, however they come to it. Only for a task that has an item. */
    Task again() {
        var again = new Task(campaignId, itemId, slot);
        again.draw = draw;
        return again;
    }

    /** The same of a pair that is begun: it stays chosen as it was. @param number its new place among all beginnings */
    Task again(long number) {
        var again = again();
        again.chosenBy = chosenBy;
        again.begun = number;
        return again;
    }

    /** What the first slot of an item was chosen by, all its slots were. */
    Task choose(ChosenBy how) {
        chosenBy = chosenBy == null ? how : chosenBy;
        return this;
    }

    /** Whatever else it was found by, it was taken for its gap, or left until now because of it. */
    Task chooseByGap() {
        chosenBy = ChosenBy.UNCERTAINTY;
        return this;
    }

    /** As the first slot of its item, which somebody took at the same moment. */
    void chooseAs(ChosenBy first) {
        chosenBy = first;
    }

    /** Somebody has taken a slot of its item. @param number the place among all beginnings */
    void begin(long number) {
        begun = number;
    }

    /** Nobody has begun its pair. @param newGap null as long as it is not known */
    void place(@Nullable Double newGap) {
        gap = newGap;
    }

    void lease(UUID person, Instant now, Instant until) {
        require(TaskState.OPEN);
        state = TaskState.LEASED;
        personId = person;
        leasedAt = now;
        expiresAt = until;
    }

    void renew(Instant until) {
        require(TaskState.LEASED);
        expiresAt = until;
    }

    void converse(UUID conversation) {
        require(TaskState.LEASED);
        conversationId = conversation;
    }

    /** The person wrote an opening of their own: from here on this task is the one slot of the new item. */
    void moveTo(UUID ownItem) {
        require(TaskState.LEASED);
        itemId = ownItem;
        slot = 1;
    }

    void answerTurn() {
        require(TaskState.LEASED);
        answeredTurns++;
    }

    /** @param words the person's own, of a skip; otherwise empty */
    void end(TaskState how, EndCause cause, String words, Instant now) {
        require(TaskState.LEASED);
        state = how;
        endCause = cause;
        skipReason = words;
        endedAt = now;
        expiresAt = null;
    }

    /** The person has judged the pair elsewhere: taken and answered in one. */
    void fill(UUID person, UUID pair, Instant now) {
        lease(person, now, now);
        converse(pair);
        answerTurn();
        end(TaskState.ANSWERED, EndCause.IMPORTED, "", now);
    }

    private void require(TaskState wanted) {
        if (state != wanted) {
            throw new IllegalStateException("task " + id + " is " + state + ", not " + wanted);
        }
    }

    public UUID id() {
        return id;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Its id is made here, so Spring Data cannot tell by that; the database gives the position. */
    @Override
    public boolean isNew() {
        return position == null;
    }

    public UUID campaignId() {
        return campaignId;
    }

    public @Nullable UUID itemId() {
        return itemId;
    }

    public int slot() {
        return slot;
    }

    public TaskState state() {
        return state;
    }

    public @Nullable UUID personId() {
        return personId;
    }

    public @Nullable UUID conversationId() {
        return conversationId;
    }

    /** Its place in the queue; only of a task that is in the database. */
    long position() {
        return Objects.requireNonNull(position);
    }

    /** A prepared pair that somebody has begun, as far as it is noted: in the order of arrival it need not be. */
    boolean isBegun() {
        return begun != null;
    }

    boolean isPair() {
        return draw != null;
    }

    /** To be taken at random, where so large a share is. */
    boolean isSetAside(double share) {
        return draw != null && draw < share;
    }

    /** Comparisons that this person has saved on it. */
    public int answeredTurns() {
        return answeredTurns;
    }

    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    /** Answered to its end by the person, here or elsewhere; false also of one that was stopped when some of its turns were answered. */
    boolean isCompleted() {
        return endCause == EndCause.COMPLETED || endCause == EndCause.IMPORTED;
    }

    boolean heldBy(UUID person) {
        return state == TaskState.LEASED && person.equals(personId);
    }
}
