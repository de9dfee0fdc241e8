package dev.paddock.reward;

/** What a model has to pass before it serves, unless somebody gives a reason why it should serve all the same. */
public interface PromotionCheck {

    /** @param serving the name of the model that serves; empty where none does */
    Finding finding(RegisteredModel candidate, String serving);

    /** What is known of it, for the log of a promotion that has a reason; it may be a minute old, and empty where it cannot be told. */
    String figures(RegisteredModel candidate, String serving);
}
