package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paddock.BackendTest;
import dev.paddock.rewardmodel.bundles.BundleRefused;
import dev.paddock.rewardmodel.bundles.TinyModels;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.onnx.SmallGpu;
import dev.paddock.rewardmodel.remote.Servers;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.store.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A model that came to the CPU, as one that never served had the GPU: it goes there once that one has left it. */
@BackendTest
class RoomMadeByOthersTest {

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

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final SmallGpu gpu = new SmallGpu();
    private Stable stable;
    private ServingModels serving;
    private RegistryFollower follower;

    private final class OnGpu extends Stable {

        OnGpu() {
            super(data, settings, Servers.NONE, registry);
        }

        @Override
        ExecutionProviders providers() {
            return gpu.in(ExecutionProviders.preferring(List.of(Provider.CUDA, Provider.CPU)));
        }
    }

    @BeforeEach
    void noneServes() throws IOException {
        none();
        stable = new OnGpu();
        serving = new ServingModels(settings);
        follower = new RegistryFollower(registry, stable, removals, serving, settings, Clock.systemUTC());
        stable.bring(ModelKind.SAFETY);
    }

    @AfterEach
    void none() {
        jdbc.sql("delete from reward_model_succession").update();
        jdbc.sql("delete from reward_model").update();
    }

    private void comesToTheCpuBeside(RewardModel other) throws Exception {
        assertThat(other.provider()).isEqualTo(Provider.CUDA);
        comesToTheCpu();
        follower.catchUp();
        assertServes(Provider.CPU);
    }

    private void comesToTheCpu() throws Exception {
        gpu.isFull(true);
        follower.catchUp();
        gpu.isFull(false);
    }

    private void assertServes(Provider on) {
        var provider = serving.use(ModelKind.SAFETY, (_, model) -> model.provider());
        assertThat(provider).isEqualTo(on);
    }

    @Test
    void onceABundleWasLookedAt() throws Exception {
        try (var other = stable.open(Bundles.ofDefault(ModelKind.HELPFULNESS))) {
            comesToTheCpuBeside(other);
        }
        follower.catchUp();

        assertServes(Provider.CUDA);
    }

    @Test
    void onceABundleWasRefused() throws Exception {
        comesToTheCpu();
        var broken = TinyModels.brokenBeyondTokens(folder, 40);
        assertThatExceptionOfType(BundleRefused.class).isThrownBy(() -> stable.open(broken));
        follower.catchUp();

        assertServes(Provider.CUDA);
    }

    @Test
    void onceACandidateHasItsFirstScores() throws Exception {
        try (var other = stable.openAgain(Bundles.ofDefault(ModelKind.HELPFULNESS))) {
            comesToTheCpuBeside(other);
        }
        follower.catchUp();

        assertServes(Provider.CUDA);
    }

    @Test
    void oncePromotionsWereRefused() throws Exception {
        var other = new OpenModel(
                "other", stable.open(registry.serving(ModelKind.SAFETY).orElseThrow()));
        comesToTheCpuBeside(other.model());
        other.letGo();
        follower.catchUp();

        assertServes(Provider.CUDA);
    }

    /** Or a model that opens there and cannot run would be opened again and again. */
    @Test
    void whatTheTryItselfTakesAndGivesBackIsNoRoom() throws Exception {
        try (var other = stable.openAgain(Bundles.ofDefault(ModelKind.HELPFULNESS))) {
            comesToTheCpuBeside(other);
        }
        gpu.opened().clear();
        gpu.runs(Files.readAllBytes(TinyModels.chat(folder).resolve("model.onnx")));
        for (var look = 0; look < 3; look++) {
            follower.catchUp();
        }

        assertServes(Provider.CPU);
        assertThat(Collections.frequency(gpu.opened(), Provider.CUDA)).isEqualTo(1);
    }
}
