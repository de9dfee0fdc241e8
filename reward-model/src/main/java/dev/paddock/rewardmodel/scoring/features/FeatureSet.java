package dev.paddock.rewardmodel.scoring.features;

import dev.paddock.rewardmodel.Message;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fixed, versioned list of features. A head is trained on one version and names it; a version that has been used in a bundle never
 * changes, so a better idea becomes a new version beside it.
 */
public final class FeatureSet {

    private static final FeatureSet VERSION_1 = new FeatureSet(
            "1",
            Stream.of(
                            LengthFeatures.ALL,
                            FormFeatures.ALL,
                            OverlapFeatures.ALL,
                            MannerFeatures.ALL,
                            ContextFeatures.ALL)
                    .flatMap(List::stream)
                    .toList());

    private final String version;
    private final List<Feature> features;

    private FeatureSet(String version, List<Feature> features) {
        this.version = version;
        this.features = features;
    }

    /** The newest version, which training uses. */
    public static FeatureSet newest() {
        return VERSION_1;
    }

    /** @throws IllegalArgumentException where this build has no such version */
    public static FeatureSet version(String version) {
        if (!version.equals(VERSION_1.version)) {
            throw new IllegalArgumentException(
                    "Feature set '" + version + "' is not known to this build; it has " + VERSION_1.version + ".");
        }
        return VERSION_1;
    }

    public String version() {
        return version;
    }

    public List<String> names() {
        return features.stream().map(Feature::name).toList();
    }

    public int size() {
        return features.size();
    }

    /** The features of the last message of a conversation, given the messages before it. */
    public float[] of(List<Message> conversation) {
        var exchange = Exchange.of(conversation);
        var values = new float[features.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = features.get(i).of(exchange);
        }
        return values;
    }
}
