package dev.paddock.rewardmodel.pairs;

import dev.paddock.rewardmodel.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** PandaLM's test set: instructions with two answers each, compared by three annotators. What at least two of them prefer counts; ties do not. */
public final class PandaLm {

    private PandaLm() {}

    public static List<PreferencePair> read(Path file) throws IOException {
        var pairs = new ArrayList<PreferencePair>();
        for (var comparison : JsonMapper.shared().readTree(Files.readString(file))) {
            var first = comparison.path("response1").asString().strip();
            var second = comparison.path("response2").asString().strip();
            var preferred = majority(comparison);
            if (preferred != 0 && !first.equals(second)) {
                pairs.add(new PreferencePair(
                        List.of(Message.user(question(comparison))),
                        preferred == 1 ? first : second,
                        preferred == 1 ? second : first,
                        0,
                        file.getFileName().toString()));
            }
        }
        return pairs;
    }

    private static String question(JsonNode comparison) {
        var input = comparison.path("input").asString();
        return comparison.path("instruction").asString() + (input.isEmpty() ? "" : "\n" + input);
    }

    /** 1 or 2, or 0 where no answer has two votes. */
    private static int majority(JsonNode comparison) {
        var votes = Stream.of("annotator1", "annotator2", "annotator3")
                .mapToInt(annotator -> comparison.path(annotator).asInt())
                .toArray();
        for (var answer = 1; answer <= 2; answer++) {
            var wanted = answer;
            if (Arrays.stream(votes).filter(vote -> vote == wanted).count() >= 2) {
                return answer;
            }
        }
        return 0;
    }
}
