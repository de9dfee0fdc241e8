package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.bestofk.BestOfK;
import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.RankedBy;
import dev.paddock.bestofk.RankedSample;
import dev.paddock.bestofk.RunClaims;
import dev.paddock.bestofk.RunWish;
import dev.paddock.campaigns.Campaign;
import dev.paddock.people.Caller;
import dev.paddock.prompts.Prompt;
import dev.paddock.reward.FakeModels;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.samples.LiveModels;
import dev.paddock.samples.generation.Babbler;
import dev.paddock.samples.openai.LoopbackServer;
import dev.paddock.shared.JobState;
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
public abstract class RunWorld {

    @Autowired
    protected ApplicationContext context;

    @Autowired
    protected BestOfK runs;

    @Autowired
    BestOfKWorker worker;

    @Autowired
    protected RunClaims claims;

    @Autowired
    protected JdbcClient jdbc;

    protected final LoopbackServer server = new LoopbackServer(new Babbler(200, Duration.ofMillis(1)));
    protected FakeModels rewards;
    protected LiveModels models;
    protected Campaign campaign;
    protected Caller olive;
    protected Prompt first;
    protected Prompt second;

    @BeforeEach
    void world() {
        jdbc.sql("update best_of_k_run set state = 'cancelled' where state in ('waiting', 'running')")
                .update();
        rewards = FakeModels.in(context);
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

    protected String variant() {
        return models.variants().getFirst().name();
    }

    protected RunWish wish(int k, Double... temperatures) {
        return new RunWish(campaign.id(), variant(), k, List.of(temperatures), 7L, RankedBy.HELPFULNESS, null, null);
    }

    protected RunWish chosen(@Nullable List<UUID> prompts, @Nullable Integer limit) {
        return new RunWish(campaign.id(), variant(), 2, List.of(1.0), 7L, RankedBy.HELPFULNESS, prompts, limit);
    }

    protected static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    protected BestOfKRun done(RunWish wish) {
        var asked = runs.start(olive, wish);
        assertThat(asked.state()).isEqualTo(JobState.WAITING);
        assertThat(work()).isTrue();
        return runs.get(olive, asked.id());
    }

    /** What the thread does at each look. @return whether there was something to do */
    protected boolean work() {
        return worker.work();
    }

    protected List<RankedSample> samples(BestOfKRun run) {
        return runs.samples(olive, run.id(), null, null, 200).rows();
    }
}
