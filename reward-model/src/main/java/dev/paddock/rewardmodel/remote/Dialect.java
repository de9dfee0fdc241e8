package dev.paddock.rewardmodel.remote;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a scoring server speaks. */
public enum Dialect {
    @JsonProperty("vllm")
    VLLM {
        @Override
        String path() {
            return Vllm.PATH;
        }

        @Override
        JsonNode question(String model, List<Asked> asked) {
            return Vllm.question(model, asked);
        }

        @Override
        List<JsonNode> answers(JsonNode answer, int asked) {
            return Vllm.answers(answer, asked);
        }
    },
    @JsonProperty("tei")
    TEI {
        @Override
        String path() {
            return TextEmbeddingsInference.PATH;
        }

        @Override
        JsonNode question(String model, List<Asked> asked) {
            return TextEmbeddingsInference.question(asked);
        }

        @Override
        List<JsonNode> answers(JsonNode answer, int asked) {
            return TextEmbeddingsInference.answers(answer, asked);
        }
    };

    /** Below the server's address. */
    abstract String path();

    abstract JsonNode question(String model, List<Asked> asked);

    /** For each conversation the list of what should be one number. @throws ServerAway where it has another shape, or there are not as many */
    abstract List<JsonNode> answers(JsonNode answer, int asked);

    static void requireAsMany(JsonNode answers, int asked) {
        if (answers.size() != asked) {
            throw new ServerAway("gives " + answers.size() + " answers for " + asked + " conversations");
        }
    }
}
