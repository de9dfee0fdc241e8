package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.pairs.PreferencePair;
import dev.paddock.rewardmodel.training.heads.PairTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The encoder's vectors of both answers of every pair, from the cache or computed, and the features beside them. */
public final class Vectors {

    private final Embedder embedder;
    private final VectorCache cache;

    public Vectors(Embedder embedder, VectorCache cache) {
        this.embedder = embedder;
        this.cache = cache;
    }

    /** All blocks and, after them, the features: one row a pair. */
    public PairTable of(List<PreferencePair> pairs) throws IOException {
        return of(pairs, Progress.NONE, "");
    }

    public PairTable of(List<PreferencePair> pairs, Progress progress, String phase) throws IOException {
        var chosen = new ArrayList<float[]>();
        var rejected = new ArrayList<float[]>();
        for (var pair : pairs) {
            progress.at(phase, chosen.size(), pairs.size());
            chosen.add(vector(pair.chosenConversation()));
            rejected.add(vector(pair.rejectedConversation()));
        }
        return new PairTable(
                chosen.toArray(float[][]::new),
                rejected.toArray(float[][]::new),
                pairs.stream().mapToDouble(PreferencePair::margin).toArray(),
                pairs.stream().map(PreferencePair::root).toList(),
                pairs.stream().map(PreferencePair::rejectedRoot).toList());
    }

    public float[] vector(List<Message> conversation) throws IOException {
        var key = Sha256.of(JsonMapper.shared().writeValueAsString(conversation));
        var encoded = cache.get(key);
        if (encoded == null) {
            encoded = embedder.encode(conversation);
            cache.put(key, encoded);
        }
        var features = embedder.features(conversation);
        var vector = Arrays.copyOf(encoded, encoded.length + features.length);
        System.arraycopy(features, 0, vector, encoded.length, features.length);
        return vector;
    }
}
