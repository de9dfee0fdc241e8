package dev.paddock.tasks;

import dev.paddock.campaigns.CampaignState;

/** Why there is nothing to do just now, in words for the person who asked. */
public enum EmptyQueue {
    NOT_STARTED("This campaign has not started yet. Its lead will activate it."),
    PAUSED("This campaign is paused. What you have saved is safe; its lead will start it again."),
    CLOSED("This campaign is closed. Thank you for your part in it."),
    NOTHING_IMPORTED("Nothing has been put into this campaign yet. Its lead has to import prompts or pairs."),
    ALL_DONE("Everything in this campaign has all the judgements it needs."),
    YOUR_SHARE_DONE("You have done your share: what is left needs the judgement of other people."),
    WAITING_FOR_OTHERS(
            "All that is left is in other people's hands. If one of them stops, it comes back: look again in a while."),
    TOO_LONG(
            "What is left is too long for the models here. The owner can add one with more room, or the lead take it out."),
    NO_MODEL("No model can answer just now, so there is nothing to compare. The owner can see why under Models.");

    private final String sentence;

    EmptyQueue(String sentence) {
        this.sentence = sentence;
    }

    /** Why a campaign in this state gives out nothing at all. */
    public static EmptyQueue whileNotActive(CampaignState state) {
        return switch (state) {
            case DRAFT -> NOT_STARTED;
            case PAUSED -> PAUSED;
            case CLOSED -> CLOSED;
            case ACTIVE -> throw new IllegalStateException("an active campaign is no reason");
        };
    }

    public String sentence() {
        return sentence;
    }

    /** As the API says it: {@code your-share-done}. */
    public String word() {
        return dev.paddock.shared.Words.of(this);
    }
}
