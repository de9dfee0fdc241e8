package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.BareModels;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.remote.Servers;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.store.DataFolder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A GPU whose memory holds one model: what is opened beside it comes to the CPU. By models that only say where they run. */
@BackendTest
class RoomForOneTest {

    @Autowired
    DataFolder data;

    @Autowired
    RewardSettings settings;

    @Autowired
    Registry registry;

    @Autowired
    Removals removals;

    @Autowired
    JdbcClient jdbc;

    private final List<String> opened = new ArrayList<>();
    private int room = 1;
    private int refused;
    private boolean away;
    private ServingModels serving;
    private RegistryFollower follower;

    /** Of a database that may be away for one question. */
    private final class Flickering extends Registry {

        Flickering() {
            super(jdbc, Clock.systemUTC());
        }

        @Override
        Optional<RegisteredModel> serving(ModelKind kind) {
            if (away) {
                away = false;
                throw new DataAccessResourceFailureException("it is being restarted");
            }
            return super.serving(kind);
        }
    }

    private final class OneGpu extends Stable {

        OneGpu() {
            super(data, settings, Servers.NONE, registry);
        }

        @Override
        RewardModel open(RegisteredModel model) {
            var fake = new FakeRewardModel(model.kind());
            if (room > 0) {
                room--;
                fake.provider = Provider.CUDA;
                fake.closing = () -> {
                    room++;
                    makeRoom();
                };
            }
            opened.add(model.name() + " on " + fake.provider.label());
            return fake;
        }

        @Override
        RewardModel openOnGpu(RegisteredModel model) {
            if (room == 0) {
                refused++;
                throw new IllegalStateException("no room");
            }
            return open(model);
        }
    }

    @BeforeEach
    void oneServesOnTheGpu() throws Exception {
        none();
        serving = new ServingModels(settings);
        follower = new RegistryFollower(new Flickering(), new OneGpu(), removals, serving, settings, Clock.systemUTC());
        serve("first");
    }

    @AfterEach
    void none() {
        jdbc.sql("delete from reward_model_succession").update();
        jdbc.sql("delete from reward_model").update();
    }

    private void serve(String name) throws Exception {
        new BareModels(jdbc).serve("safety", name);
        follower.catchUp();
    }

    private Provider provider() {
        return serving.use(ModelKind.SAFETY, (_, model) -> model.provider());
    }

    @Test
    void aModelThatCameToTheCpuGoesToTheGpuOnceTheFormerOneHasLeftIt() throws Exception {
        serving.use(ModelKind.SAFETY, (_, _) -> {
            try {
                serve("second");
                follower.catchUp();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            assertThat(provider()).as("while a call on the first runs").isEqualTo(Provider.CPU);
            return opened;
        });
        assertThat(opened).containsExactly("first on cuda", "second on cpu");

        follower.catchUp();

        assertThat(provider()).isEqualTo(Provider.CUDA);
        follower.catchUp();
        assertThat(opened).containsExactly("first on cuda", "second on cpu", "second on cuda");
    }

    @Test
    void whereThatLeftNoRoomItStaysOnTheCpuAndIsNotTriedAgainAndAgain() throws Exception {
        serve("second");
        room = 0;

        follower.catchUp();
        follower.catchUp();

        assertThat(provider()).isEqualTo(Provider.CPU);
        assertThat(refused).as("how often it was tried").isEqualTo(1);
        assertThat(opened).as("nothing in its place").containsExactly("first on cuda", "second on cpu");
    }

    @Test
    void itIsTriedAlsoWhereTheDatabaseWasAwayJustThen() throws Exception {
        serve("second");
        away = true;
        follower.catchUp();
        assertThat(provider()).as("nothing could be looked up").isEqualTo(Provider.CPU);

        follower.catchUp();

        assertThat(opened).containsExactly("first on cuda", "second on cpu", "second on cuda");
    }
}
