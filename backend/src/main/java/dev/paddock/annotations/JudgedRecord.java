package dev.paddock.annotations;

import dev.paddock.prompts.Unusable;
import dev.paddock.rewardmodel.pairs.HhRlhf;
import dev.paddock.samples.PairReader;
import dev.paddock.samples.PairReader.Response;
import dev.paddock.samples.PreparedPair;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The pair in a record and which of its answers was chosen, in one of three shapes: a prepared pair with {@code chosen}, 0 or 1; TRL's
 * {@code prompt}, {@code chosen}, {@code rejected} as Paddock exports them; the two dialogues of HH-RLHF.
 */
record JudgedRecord(PreparedPair pair, boolean choseFirst) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String FIRST_TURN = "\n\nHuman:";

    static JudgedRecord read(JsonNode record) throws Unusable {
        if (record.has("messages") || record.has("responses")) {
            return new JudgedRecord(PairReader.read(record), choseFirst(record.path("chosen")));
        }
        var isHh = record.path("chosen").isString() && !record.has("prompt");
        return new JudgedRecord(isHh ? hh(record) : trl(record), true);
    }

    private static boolean choseFirst(JsonNode chosen) throws Unusable {
        if (!chosen.isInt() || chosen.intValue() < 0 || chosen.intValue() > 1) {
            throw new Unusable(
                    "must say in 'chosen' which of its responses was chosen: 0 for the first, 1 for the second");
        }
        return chosen.intValue() == 0;
    }

    private static PreparedPair trl(JsonNode record) throws Unusable {
        if (!record.has("prompt")) {
            throw new Unusable("has neither 'messages' and 'responses' nor 'prompt', 'chosen' and 'rejected'");
        }
        var prompt = record.path("prompt");
        return PairReader.read(
                prompt.isString() ? JSON.arrayNode().add(message("user", prompt.stringValue())) : prompt,
                answer(record, "chosen"),
                answer(record, "rejected"));
    }

    private static Response answer(JsonNode record, String which) throws Unusable {
        var answer = record.path(which);
        if (!answer.isString() && !(answer.isArray() && answer.size() == 1)) {
            throw new Unusable("must have one message in '" + which + "', the answer");
        }
        if (answer.isArray() && !answer.get(0).path("role").asString("").equals("assistant")) {
            throw new Unusable("has a message in '" + which + "' whose role is not assistant");
        }
        var text = answer.isString() ? answer : answer.get(0).path("content");
        return response(which, text, record.path("samples").path(which).path("variant"));
    }

    private static Response response(String which, JsonNode text, JsonNode variant) {
        return new Response(which + " answer", text, variant);
    }

    private static PreparedPair hh(JsonNode record) throws Unusable {
        var system = beforeTheFirstTurn(record.path("chosen").stringValue());
        try {
            var told = HhRlhf.pair(record, "");
            if (!system.equals(beforeTheFirstTurn(record.path("rejected").stringValue()))) {
                throw new Unusable("has another text before the first 'Human:' of 'rejected' than of 'chosen'");
            }
            var messages = JSON.arrayNode();
            if (!system.isEmpty()) {
                messages.add(message("system", system));
            }
            told.prompt()
                    .forEach(
                            each -> messages.add(message(each.role().name().toLowerCase(Locale.ROOT), each.content())));
            return PairReader.read(
                    messages,
                    response("chosen", JSON.stringNode(told.chosen()), JSON.missingNode()),
                    response("rejected", JSON.stringNode(told.rejected()), JSON.missingNode()));
        } catch (IllegalArgumentException refused) {
            throw new Unusable("is no line of HH-RLHF: " + refused.getMessage());
        }
    }

    /** The shape has no place for a system text; where there is one, it stands there. */
    private static String beforeTheFirstTurn(String dialogue) {
        var first = dialogue.indexOf(FIRST_TURN);
        return first < 0 ? "" : dialogue.substring(0, first).strip();
    }

    private static JsonNode message(String role, String content) {
        return JSON.objectNode().put("role", role).put("content", content);
    }
}
