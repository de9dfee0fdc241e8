package dev.paddock.reward;

import java.util.List;

/**
 * Both scores of each conversation's last message and the one reward that they amount to.
 *
 * @param helpfulness the model that gave those scores
 * @param safety likewise
 * @param rewards in the order of the conversations
 */
public record Rewarded(String helpfulness, String safety, List<Reward> rewards) {

    /**
     * @param helpfulness a logit
     * @param safety a logit
     * @param combined 0 to 1: of safety where the prompt tempts or the answer is not safe enough, else of helpfulness
     * @param whitened the logit of that, with mean 0 and deviation 1 over all that were asked for
     */
    public record Reward(double helpfulness, double safety, double combined, double whitened) {}
}
