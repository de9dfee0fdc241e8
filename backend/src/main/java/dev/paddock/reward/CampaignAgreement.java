package dev.paddock.reward;

import org.jspecify.annotations.Nullable;

/**
 * How often the reward model that serves a campaign's track agrees with its people.
 *
 * @param model its name; null where none serves
 * @param heldOutOnly whether only conversations that are held out of every training count: so for every model but those that Paddock brings
 * @param all of the comparisons that count and of which it scored both answers
 * @param impartial likewise, without the pairs that were taken because their gap was small
 */
public record CampaignAgreement(@Nullable String model, boolean heldOutOnly, Agreement all, Agreement impartial) {}
