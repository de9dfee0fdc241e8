package dev.paddock.reward;

/** What a model has to pass before it serves, unless somebody gives a reason why it should serve all the same. */
public interface PromotionCheck {

    /** @param serving the name of the model that serves; empty where none does */
    Finding finding(RegisteredModel candidate, String serving);

    /** The same, as it may have been a minute ago: for whoever only looks, and for the log of a promotion that has a reason. */
    Finding lately(RegisteredModel candidate, String serving);
}
