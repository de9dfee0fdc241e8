package dev.paddock.reward;

import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.InstalledRuntime;
import dev.paddock.rewardmodel.onnx.Provider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How reward models are run.
 *
 * @param enabled whether this process opens reward models and scores samples
 * @param providers execution providers in order of preference: cuda, cpu; empty for these two as far as they are there
 * @param require whether only the first of them will do; else one that does not work here is passed over
 * @param watch how often is looked whether another process put a model into service
 * @param folder where the bundles lie; replicas share it; empty for reward-models in the data folder
 * @param largestBundle the most that a bundle may unpack to
 * @param onnxruntime a folder with an installed ONNX Runtime to use in the place of the one that Paddock brings; empty for that one
 * @param patience how long a server that scores is waited for
 * @param rest how long one that went away is left alone at first
 * @param sweep how long a sample waits at most that nobody announced
 */
@ConfigurationProperties("paddock.reward")
record RewardSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue List<String> providers,
        @DefaultValue("false") boolean require,
        @DefaultValue("5s") Duration sweep,
        @DefaultValue("2s") Duration watch,
        @DefaultValue("") String folder,
        @DefaultValue("8GB") DataSize largestBundle,
        @DefaultValue("") String onnxruntime,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("3s") Duration rest) {

    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    /** @throws IllegalArgumentException naming the setting */
    RewardSettings {
        require(patience.isPositive(), "paddock.reward.patience: it must be more than nothing, and is " + patience);
        require(
                rest.isPositive() && rest.compareTo(LONGEST_REST) <= 0,
                "paddock.reward.rest: it must be more than nothing and at most a minute, and is " + rest);
    }

    private static void require(boolean right, String wrong) {
        if (!right) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** To be called before any model is opened, the embedded Llama included. */
    void chooseRuntime() {
        if (onnxruntime.isEmpty()) {
            return;
        }
        try {
            InstalledRuntime.use(Path.of(onnxruntime));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("paddock.reward.onnxruntime: " + wrong.getMessage(), wrong);
        }
    }

    ExecutionProviders executionProviders() {
        var named = providers.stream().map(Provider::of).toList();
        var order = named.isEmpty() ? List.of(Provider.CUDA, Provider.CPU) : named;
        if (require) {
            return ExecutionProviders.requiring(order);
        }
        return named.isEmpty() ? ExecutionProviders.preferring(order) : ExecutionProviders.naming(order);
    }
}
