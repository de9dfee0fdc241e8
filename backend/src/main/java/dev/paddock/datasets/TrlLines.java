package dev.paddock.datasets;

import java.time.temporal.ChronoUnit;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/**
 * TRL's conversational preference: {@code prompt}, {@code chosen}, {@code rejected}, on request {@code margin}, and then our columns. Every
 * row has the same columns of the same types, with null for what nobody said, as columnar readers want it.
 */
record TrlLines(JsonGenerator json, Margin margin, Heading heading) implements LineWriter {

    @Override
    public void write(Preference preference) {
        json.writeStartObject();
        prompt(preference.dialogue());
        answer("chosen", preference.chosen());
        answer("rejected", preference.rejected());
        if (margin != Margin.NONE) {
            json.writeNumberProperty("margin", margin.forDegree(preference.degree()));
        }
        judgement(preference);
        origin(preference);
        both("ratings", preference, this::ratings);
        both("scores", preference, this::scores);
        JsonLines.byKind(json, "rewardModels", heading.helpfulnessModel(), heading.safetyModel());
        JsonLines.byKind(
                json,
                "providers",
                preference.helpfulnessOn().provider(),
                preference.safetyOn().provider());
        JsonLines.byKind(
                json,
                "precisions",
                preference.helpfulnessOn().precision(),
                preference.safetyOn().precision());
        both("samples", preference, this::sample);
        end();
    }

    private void prompt(Dialogue dialogue) {
        json.writeName("prompt").writeStartArray();
        if (!dialogue.system().isEmpty()) {
            message("system", dialogue.system());
        }
        dialogue.tell(this::message);
        json.writeEndArray();
    }

    private void answer(String name, Side side) {
        json.writeName(name).writeStartArray();
        message("assistant", side.text());
        json.writeEndArray();
    }

    private void message(String role, String content) {
        json.writeStartObject()
                .writeStringProperty("role", role)
                .writeStringProperty("content", content)
                .writeEndObject();
    }

    private void judgement(Preference preference) {
        json.writeStringProperty("id", preference.id().toString()).writeNumberProperty("number", preference.number());
        JsonLines.text(
                json,
                "revises",
                preference.revises() == null ? null : preference.revises().toString());
        json.writeStringProperty("degree", preference.degree());
        JsonLines.text(json, "safety", preference.safety());
        atWork(preference);
        json.writeStringProperty("savedAt", time(preference))
                .writeStringProperty("annotator", preference.annotator())
                .writeBooleanProperty("imported", preference.imported());
    }

    /** Where the chosen answer stood and how long it took: of what was said elsewhere nobody knows. */
    private void atWork(Preference preference) {
        var here = !preference.imported();
        JsonLines.text(json, "side", here ? preference.choseLeft() ? "left" : "right" : null);
        JsonLines.number(json, "seconds", here ? Math.round(preference.seconds() * 1000) / 1000.0 : null);
    }

    private static String time(Preference preference) {
        return preference.savedAt().toInstant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private void origin(Preference preference) {
        json.writeStringProperty("campaign", heading.name());
        id("campaignId", heading.campaign());
        json.writeStringProperty("track", heading.track())
                .writeNumberProperty("round", preference.round())
                .writeNumberProperty("guidelineVersion", preference.guidelineVersion());
        id("root", preference.root());
        id("conversation", preference.conversation());
        json.writeNumberProperty("turn", preference.turn())
                .writeBooleanProperty("impartial", preference.impartial())
                .writeStringProperty("riskCategory", preference.riskCategory())
                .writeStringProperty("attackVector", preference.attackVector());
    }

    private interface Part {
        void write(Side side);
    }

    private void both(String name, Preference preference, Part part) {
        json.writeName(name).writeStartObject();
        json.writeName("chosen").writeStartObject();
        part.write(preference.chosen());
        json.writeEndObject().writeName("rejected").writeStartObject();
        part.write(preference.rejected());
        json.writeEndObject().writeEndObject();
    }

    private void ratings(Side side) {
        JsonLines.number(json, "helpfulness", side.helpfulness());
        JsonLines.number(json, "safety", side.safety());
    }

    private void scores(Side side) {
        JsonLines.number(json, "helpfulness", side.helpfulnessScore());
        JsonLines.number(json, "safety", side.safetyScore());
    }

    private void sample(Side side) {
        id("id", side.sample());
        json.writeStringProperty("variant", side.variant());
        JsonLines.number(json, "temperature", side.temperature());
        JsonLines.number(json, "seed", side.seed());
    }

    private void id(String name, UUID id) {
        json.writeStringProperty(name, id.toString());
    }
}
