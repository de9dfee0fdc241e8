package dev.paddock.reward;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.remote.Era;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The scores of late, by model and content: the same answer sent again, as trainers do, is not computed again. */
@Component
class ScoreMemory {

    private static final int MOST = 100_000;

    /**
     * @param model the bundle's id, so that no other model's score is ever given
     * @param era of the model, so that none is given that may be another's
     */
    private record Key(String model, Era era, String provider, String content) {}

    private final Cache<Key, Double> scores =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Scored scored(String name, RewardModel model, List<List<Message>> conversations) {
        var keys = conversations.stream().map(each -> key(model, each)).toList();
        var known = new HashMap<>(scores.getAllPresent(keys));
        var missing = new LinkedHashMap<Key, List<Message>>();
        for (var i = 0; i < keys.size(); i++) {
            if (!known.containsKey(keys.get(i))) {
                missing.put(keys.get(i), conversations.get(i));
            }
        }
        var remembered = (int) keys.stream().filter(known::containsKey).count();
        var fresh = model.scoreAll(List.copyOf(missing.values()));
        remember(List.copyOf(missing.keySet()), fresh, known);
        var all =
                keys.stream().map(key -> Objects.requireNonNull(known.get(key))).toList();
        return Scored.of(name, model, all, remembered, fresh);
    }

    private void remember(List<Key> keys, List<Score> fresh, Map<Key, Double> known) {
        for (var i = 0; i < keys.size(); i++) {
            scores.put(keys.get(i), fresh.get(i).value());
            known.put(keys.get(i), fresh.get(i).value());
        }
    }

    private static Key key(RewardModel model, List<Message> conversation) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var message : conversation) {
                var content = message.content().getBytes(StandardCharsets.UTF_8);
                digest.update((message.role() + " " + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
            return new Key(
                    model.id(),
                    model.era(),
                    model.provider().label(),
                    HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
