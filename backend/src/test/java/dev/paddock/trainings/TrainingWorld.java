package dev.paddock.trainings;

import dev.paddock.BackendTest;
import dev.paddock.Harvest;
import dev.paddock.datasets.Margin;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.reward.FakeModels;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign to train on, of which alone the comparisons judge, and an owner who asks for it; no model that other tests left. */
@BackendTest
abstract class TrainingWorld {

    @Autowired
    Trainings trainings;

    @Autowired
    TrainingWorker worker;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    FakeModels rewards;
    Harvest harvest;
    Cast cast;
    Caller olive;

    @BeforeEach
    void oneCampaign() {
        rewards = FakeModels.in(context);
        jdbc.sql("delete from training").update();
        jdbc.sql("delete from reward_model_succession").update();
        jdbc.sql("delete from reward_model").update();
        harvest = new Harvest(jdbc, "helpfulness");
        harvest.judgesAlone();
        cast = new Cast(context);
        olive = cast.olive();
    }

    @AfterEach
    void nothingServes() {
        jdbc.sql("delete from training").update();
        rewards.serveNone(ModelKind.HELPFULNESS);
    }

    final Training start() {
        return trainings.start(olive, ModelKind.HELPFULNESS, List.of(harvest.campaign), Margin.SMALL);
    }
}
