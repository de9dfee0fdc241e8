package dev.paddock.bestofk.export;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.datasets.JsonLines;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * TRL's conversational shapes for supervised fine-tuning, then our columns. Every row has the same columns of the same types, with null for
 * what there is not, as columnar readers want it.
 */
final class BestSampleLines {

    private final JsonGenerator json;
    private final BestOfKRun run;
    private final BestSampleShape shape;

    BestSampleLines(OutputStream out, BestOfKRun run, BestSampleShape shape) {
        this.json = JsonLines.to(out);
        this.run = run;
        this.shape = shape;
    }

    void write(BestSample each) {
        json.writeStartObject();
        switch (shape) {
            case CHAT -> {
                json.writeName("messages").writeStartArray();
                asked(each);
                message("assistant", each.answer());
                json.writeEndArray();
            }
            case PROMPT_COMPLETION -> {
                json.writeName("prompt").writeStartArray();
                asked(each);
                json.writeEndArray().writeName("completion").writeStartArray();
                message("assistant", each.answer());
                json.writeEndArray();
            }
        }
        standing(each);
        origin(each);
        JsonLines.end(json);
    }

    void flush() {
        json.flush();
    }

    private void asked(BestSample each) {
        if (!each.system().isBlank()) {
            message("system", each.system());
        }
        message("user", each.question());
    }

    private void message(String role, String content) {
        json.writeStartObject()
                .writeStringProperty("role", role)
                .writeStringProperty("content", content)
                .writeEndObject();
    }

    private void standing(BestSample each) {
        json.writeStringProperty("id", each.sample().toString())
                .writeNumberProperty("rank", each.rank())
                .writeNumberProperty("reward", each.reward())
                .writeStringProperty("rankedBy", run.rankedBy().word());
        json.writeName("scores").writeStartObject();
        JsonLines.number(json, "helpfulness", each.helpfulness());
        JsonLines.number(json, "safety", each.safety());
        json.writeEndObject();
        byKind("rewardModels", run.helpfulnessModel(), run.safetyModel());
        byKind("providers", each.helpfulnessProvider(), each.safetyProvider());
        byKind("precisions", each.helpfulnessPrecision(), each.safetyPrecision());
    }

    private void byKind(String name, @Nullable String helpfulness, @Nullable String safety) {
        json.writeName(name).writeStartObject();
        JsonLines.text(json, "helpfulness", helpfulness);
        JsonLines.text(json, "safety", safety);
        json.writeEndObject();
    }

    private void origin(BestSample each) {
        json.writeNumberProperty("run", run.number())
                .writeNumberProperty("k", run.k())
                .writeStringProperty("campaignId", run.campaign().toString())
                .writeStringProperty("root", each.root().toString())
                .writeBooleanProperty("heldOut", each.heldOut())
                .writeStringProperty("riskCategory", each.riskCategory())
                .writeStringProperty("attackVector", each.attackVector());
        json.writeName("sample")
                .writeStartObject()
                .writeStringProperty("variant", run.variantName())
                .writeNumberProperty("revision", run.revision())
                .writeStringProperty("model", each.model())
                .writeStringProperty("weightsSha256", each.weightsSha256())
                .writeNumberProperty("temperature", each.temperature())
                .writeNumberProperty("topP", each.topP())
                .writeNumberProperty("seed", each.seed())
                .writeStringProperty("finish", each.finish())
                .writeEndObject();
    }
}
