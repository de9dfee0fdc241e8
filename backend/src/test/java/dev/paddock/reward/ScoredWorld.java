package dev.paddock.reward;

import dev.paddock.BackendTest;
import dev.paddock.Harvest;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.samples.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Samples to score, and fake models to score them, for which other tests left nothing to do. */
@BackendTest
abstract class ScoredWorld {

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Samples samples;

    @Autowired
    ServingModels models;

    Harvest harvest;

    @BeforeEach
    void nothingServes() {
        harvest = new Harvest(jdbc, "helpfulness");
        models.serve(ModelKind.HELPFULNESS, new Standing.Opening());
        models.serve(ModelKind.SAFETY, new Standing.Opening());
    }

    void serve(ModelKind kind, String name, FakeRewardModel model) {
        harvest.scoredSoFar(name, kind.label());
        models.serve(kind, new Standing.Serving(name, model));
    }

    /** By a process that knows of no look before. */
    void lookAtAll() {
        new Looks(beans).toTheEnd();
    }
}
