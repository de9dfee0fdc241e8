package dev.paddock.rewardmodel.pairs;

import dev.paddock.rewardmodel.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * FineGrainedRLHF's feedback: questions with four answers each, compared two by two. The passages that the answers were to be taken from are
 * left out; ties do not count.
 */
public final class FineGrained {

    private static final int ANSWERS = 4;

    private FineGrained() {}

    public static List<PreferencePair> read(Path file) throws IOException {
        var pairs = new ArrayList<PreferencePair>();
        for (var question : JsonMapper.shared().readTree(Files.readString(file))) {
            var comparison = 0;
            for (var first = 1; first <= ANSWERS; first++) {
                for (var second = first + 1; second <= ANSWERS; second++) {
                    var preferred =
                            question.path("preference").path(comparison++).asInt();
                    var one = answer(question, first);
                    var other = answer(question, second);
                    if (preferred != 0 && !one.equals(other)) {
                        pairs.add(new PreferencePair(
                                List.of(Message.user(question.path("question").asString())),
                                preferred == 1 ? one : other,
                                preferred == 1 ? other : one,
                                0,
                                file.getFileName().toString()));
                    }
                }
            }
        }
        return pairs;
    }

    private static String answer(JsonNode question, int number) {
        return question.path("prediction " + number).asString().strip();
    }
}
