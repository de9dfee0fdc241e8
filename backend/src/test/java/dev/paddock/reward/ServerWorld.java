package dev.paddock.reward;

import dev.paddock.Harvest;
import dev.paddock.models.EndpointForm;
import dev.paddock.models.Endpoints;
import dev.paddock.people.Caller;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.samples.Samples;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** The owner added a server on this machine that scores with the default safety model. */
@Timeout(60)
abstract class ServerWorld extends DefaultWorld {

    @Autowired
    Endpoints endpoints;

    @Autowired
    Promotions promotions;

    @Autowired
    Samples samples;

    final String name = "scorer-" + UUID.randomUUID();
    Harvest harvest;
    ScoringServer server;
    Caller olive;
    UUID endpoint;

    @BeforeEach
    void addTheServer() throws Exception {
        harvest = new Harvest(jdbc, "safety");
        olive = cast.olive();
        server = new ScoringServer(ModelKind.SAFETY);
        endpoint = endpoints
                .add(olive, new EndpointForm(name, server.address() + "/v1", "secret", 3))
                .id();
    }

    @AfterEach
    void closeTheServer() {
        server.close();
    }

    /** What the model gives as soon as its server is asked again. */
    Scored scoredAgain() throws InterruptedException {
        while (true) {
            try {
                return models.score(grace, ModelKind.SAFETY, List.of(HELLO));
            } catch (NoRewardModel rests) {
                Thread.sleep(10);
            }
        }
    }

    String promoted() throws Exception {
        var model =
                intake.register(grace, Bundles.remote(ModelKind.SAFETY, name)).name();
        promotions.promote(grace, model, "it is a test");
        follower.catchUp();
        return model;
    }
}
