package dev.paddock.rewardmodel.remote;

import dev.paddock.rewardmodel.remote.Asked.Plain;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Text Embeddings Inference's {@code /predict}, for sequence classifiers; {@code raw_scores} gives the logit, where the default is its
 * sigmoid or softmax. {@code /rerank} is for pairs of a query and texts, which a conversation is not. What is too long for the server is
 * refused, not cut: it was cut before.
 */
final class TextEmbeddingsInference {

    static final String PATH = "/predict";

    private TextEmbeddingsInference() {}

    static JsonNode question(List<Asked> asked) {
        var question = JsonNodeFactory.instance.objectNode();
        question.put("raw_scores", true).put("truncate", false);
        var inputs = question.putArray("inputs");
        for (var each : asked) {
            if (!(each instanceof Plain(var text))) {
                throw new IllegalArgumentException("Text Embeddings Inference reads texts only");
            }
            // A list of one in a list: two texts side by side would be a pair.
            inputs.addArray().add(text);
        }
        return question;
    }

    /** {@code [[{"score":1.5,"label":"LABEL_0"}]]} */
    static List<JsonNode> answers(JsonNode answer, int asked) {
        if (!answer.isArray()) {
            throw new ServerAway("answers with no list: is it Text Embeddings Inference?");
        }
        Dialect.requireAsMany(answer, asked);
        var answers = new ArrayList<JsonNode>();
        for (var labels : answer) {
            var numbers = JsonNodeFactory.instance.arrayNode();
            labels.forEach(label -> numbers.add(label.path("score")));
            answers.add(numbers);
        }
        return answers;
    }
}
