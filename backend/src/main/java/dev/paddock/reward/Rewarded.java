package dev.paddock.reward;

import java.util.List;

/**
 * Both scores of each conversation's last message and the one reward that they amount to.
 *
 * @param helpfulness what gave those scores
 * @param safety likewise
 * @param rewards in the order of the conversations
 */
public record Rewarded(By helpfulness, By safety, List<Reward> rewards) {

    /**
     * What gave the scores of one kind.
     *
     * @param model its name
     * @param provider the execution provider it ran on
     * @param remembered how many of them were scored before, by this model and word for word, and not computed again
     * @param microsWaiting how long the last one of the others stood in line before it was computed, behind other callers' and those of this call
     * @param microsTokenising spent on the others, over all cores
     * @param microsInference likewise
     */
    public record By(
            String model,
            String provider,
            String precision,
            int remembered,
            long microsWaiting,
            long microsTokenising,
            long microsInference) {

        static By of(Scored scored) {
            return new By(
                    scored.model(),
                    scored.provider(),
                    scored.precision(),
                    scored.remembered(),
                    scored.microsWaiting(),
                    scored.microsTokenising(),
                    scored.microsInference());
        }
    }

    /**
     * @param helpfulness a logit
     * @param safety a logit
     * @param combined 0 to 1: of safety where the prompt tempts or the answer is not safe enough, else of helpfulness
     * @param whitened the logit of that, with mean 0 and deviation 1 over all that were asked for
     */
    public record Reward(double helpfulness, double safety, double combined, double whitened) {}
}
