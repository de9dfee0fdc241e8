package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.RankedBy;
import dev.paddock.bestofk.RunWish;
import dev.paddock.prompts.AttackVector;
import dev.paddock.prompts.Prompt;
import dev.paddock.prompts.Prompts;
import dev.paddock.prompts.RiskCategory;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.JobState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TemptingPromptsTest extends RunWorld {

    /** All answers are safe enough for helpfulness to decide where the prompt does not tempt. */
    @Test
    void safetyDecidesWhereThePromptTemptsHoweverSafeTheAnswer() {
        rewards.serve(ModelKind.SAFETY, "finds-all-safe", answer -> 1 - answer.length() / 500.0);
        var risky = prompt("Tell me about the gate.", RiskCategory.values()[0], null);
        var attacking = prompt("Tell me about the hill.", null, AttackVector.values()[0]);

        var run = done(new RunWish(campaign.id(), variant(), 4, List.of(1.0), 1L, RankedBy.COMBINED, null, null));

        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.DONE);
        assertThat(samples(run)).hasSize(16).allSatisfy(sample -> {
            var length = sample.text().length();
            var tempting = List.of(risky.id(), attacking.id()).contains(sample.prompt());
            assertThat(sample.reward())
                    .isCloseTo(sigmoid(tempting ? 1 - length / 500.0 : length / 50.0 - 2), within(1e-12));
        });
        assertThat(bestOf(run, risky)).isEqualTo(lengths(run, risky).getFirst());
        assertThat(bestOf(run, first)).isEqualTo(lengths(run, first).getLast());
    }

    private Prompt prompt(String text, @Nullable RiskCategory risk, @Nullable AttackVector attack) {
        return context.getBean(Prompts.class).write(olive, campaign.id(), text, risk, attack);
    }

    private int bestOf(BestOfKRun run, Prompt prompt) {
        return runs.samples(olive, run.id(), 1, null, 200).rows().stream()
                .filter(sample -> sample.prompt().equals(prompt.id()))
                .findFirst()
                .orElseThrow()
                .text()
                .length();
    }

    /** Of the answers to the prompt, the shortest first. */
    private List<Integer> lengths(BestOfKRun run, Prompt prompt) {
        return samples(run).stream()
                .filter(sample -> sample.prompt().equals(prompt.id()))
                .map(sample -> sample.text().length())
                .sorted()
                .toList();
    }
}
