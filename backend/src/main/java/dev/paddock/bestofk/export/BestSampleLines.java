package dev.paddock.bestofk.export;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.ScoredBy;
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
        JsonLines.byKind(json, "rewardModels", run.helpfulnessModel(), run.safetyModel());
        JsonLines.byKind(json, "providers", provider(each.helpfulnessBy()), provider(each.safetyBy()));
        JsonLines.byKind(json, "precisions", precision(each.helpfulnessBy()), precision(each.safetyBy()));
    }

    private static @Nullable String provider(@Nullable ScoredBy by) {
        return by == null ? null : by.provider();
    }

    private static @Nullable String precision(@Nullable ScoredBy by) {
        return by == null ? null : by.precision();
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
