package dev.paddock.bestofk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Campaign;
import dev.paddock.people.Caller;
import dev.paddock.prompts.Prompt;
import dev.paddock.reward.RewardBench;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.samples.LiveModels;
import dev.paddock.samples.generation.Babbler;
import dev.paddock.samples.openai.LoopbackServer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A campaign with two prompts and a variant on a server that really generates. The reward models are not real ones, so that what they like
 * is known.
 */
@BackendTest
abstract class RunWorld {

    @Autowired
    ApplicationContext context;

    @Autowired
    BestOfK runs;

    @Autowired
    BestOfKWorker worker;

    @Autowired
    RunClaims claims;

    @Autowired
    JdbcClient jdbc;

    final LoopbackServer server = new LoopbackServer(new Babbler(200, Duration.ofMillis(1)));
    RewardBench rewards;
    LiveModels models;
    Campaign campaign;
    Caller olive;
    Prompt first;
    Prompt second;

    @BeforeEach
    void world() {
        jdbc.sql("update best_of_k_run set state = 'cancelled' where state in ('waiting', 'running')")
                .update();
        rewards = RewardBench.in(context);
        rewards.serve(ModelKind.HELPFULNESS, "likes-long", answer -> answer.length() / 50.0 - 2);
        models = LiveModels.at(context, server.base(), 4, 1);
        campaign = models.campaign();
        olive = models.olive();
        first = models.prompt(campaign.id(), "Tell me about the herd.");
        second = models.prompt(campaign.id(), "And about the river?");
    }

    @AfterEach
    void stop() {
        rewards.serveNone(ModelKind.HELPFULNESS);
        rewards.serveNone(ModelKind.SAFETY);
        server.close();
    }

    String variant() {
        return models.variants().getFirst().name();
    }

    RunWish wish(int k, Double... temperatures) {
        return new RunWish(campaign.id(), variant(), k, List.of(temperatures), 7L, RankedBy.HELPFULNESS, null, null);
    }

    RunWish chosen(@Nullable List<UUID> prompts, @Nullable Integer limit) {
        return new RunWish(campaign.id(), variant(), 2, List.of(1.0), 7L, RankedBy.HELPFULNESS, prompts, limit);
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    BestOfKRun done(RunWish wish) {
        var asked = runs.start(olive, wish);
        assertThat(asked.state()).isEqualTo(BestOfKRun.State.WAITING);
        assertThat(worker.work()).isTrue();
        return runs.get(olive, asked.id());
    }

    List<RankedSample> samples(BestOfKRun run) {
        return runs.samples(olive, run.id(), null, null, 200).rows();
    }
}
