package dev.paddock.samples;

import dev.paddock.prompts.Format;
import dev.paddock.prompts.Unusable;
import dev.paddock.rewardmodel.Message;
import dev.paddock.samples.PreparedPair.Answer;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Texts;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Finds a prepared pair in {@code {"messages": […], "responses": [{"text", "variant"}, {…}]}}, or in parts of another shape. */
public final class PairReader {

    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_MESSAGES = 200;

    private PairReader() {}

    /** @throws InvalidInput where a file so written cannot hold pairs */
    public static void requireShape(Format format) {
        if (format == Format.CSV) {
            throw new InvalidInput("file", "is CSV, which holds no pairs. Send JSON or JSON Lines");
        }
    }

    /**
     * One of the two answers, wherever a record has it.
     *
     * @param name what to call it in a reason
     */
    public record Response(String name, JsonNode text, JsonNode variant) {

        private static Response of(String name, JsonNode response) {
            return new Response(name, response.path("text"), response.path("variant"));
        }
    }

    public static PreparedPair read(JsonNode record) throws Unusable {
        require(record.isObject(), "is no object");
        var messages = messages(record.path("messages"));
        var responses = record.path("responses");
        require(responses.isArray() && responses.size() == 2, "must have exactly two responses");
        return pair(
                messages,
                Response.of("first response", responses.get(0)),
                Response.of("second response", responses.get(1)));
    }

    /** @param messages a list of them, with a user's as the last */
    public static PreparedPair read(JsonNode messages, Response a, Response b) throws Unusable {
        return pair(messages(messages), a, b);
    }

    private static PreparedPair pair(List<Message> messages, Response first, Response second) throws Unusable {
        var a = answer(first);
        var b = answer(second);
        require(!a.text().equals(b.text()), "has two responses with the same text: there is nothing to compare");
        boolean hasSystem = messages.getFirst().role() == Message.Role.SYSTEM;
        var system = hasSystem ? messages.getFirst().content() : "";
        var context = messages.subList(hasSystem ? 1 : 0, messages.size() - 1);
        return new PreparedPair(system, context, messages.getLast().content(), a, b);
    }

    private static List<Message> messages(JsonNode list) throws Unusable {
        require(list.isArray() && !list.isEmpty(), "has no messages");
        require(list.size() <= MOST_MESSAGES, "has more than " + MOST_MESSAGES + " messages");
        var messages = new ArrayList<Message>();
        for (var each : list) {
            messages.add(message(each, messages.size() + 1));
        }
        requireTurns(messages);
        return messages;
    }

    private static Message message(JsonNode message, int place) throws Unusable {
        var content = text(message.path("content"), "content of message " + place);
        return switch (message.path("role").asString("")) {
            case "system" -> Message.system(content);
            case "user" -> Message.user(content);
            case "assistant" -> Message.assistant(content);
            default -> throw new Unusable("has a message " + place + " whose role is not system, user or assistant");
        };
    }

    private static void requireTurns(List<Message> messages) throws Unusable {
        var spoken =
                messages.getFirst().role() == Message.Role.SYSTEM ? messages.subList(1, messages.size()) : messages;
        require(
                !spoken.isEmpty() && spoken.getLast().role() == Message.Role.USER,
                "must end with a user message, which the responses answer");
        for (int i = 0; i < spoken.size(); i++) {
            var wanted = i % 2 == 0 ? Message.Role.USER : Message.Role.ASSISTANT;
            require(
                    spoken.get(i).role() == wanted,
                    "must have user and assistant in turn, beginning with user (a system message may come first)");
        }
    }

    private static Answer answer(Response response) throws Unusable {
        var text = text(response.text(), "text of the " + response.name());
        var variant = response.variant();
        require(variant.isMissingNode() || variant.isNull() || variant.isString(), "has a variant that is no text");
        var name = variant.asString("").strip();
        require(
                name.length() <= 200 && Texts.fault(name).isEmpty(),
                "has a variant that is no name of at most 200 characters");
        return new Answer(text, name.isEmpty() ? "imported" : name);
    }

    private static String text(JsonNode value, String what) throws Unusable {
        require(value.isString(), "has no " + what);
        var text = value.stringValue().replace("\r\n", "\n");
        require(!text.isBlank(), "has an empty " + what);
        require(text.length() <= LONGEST_TEXT, "has a " + what + " longer than " + LONGEST_TEXT + " characters");
        var fault = Texts.fault(text);
        require(fault.isEmpty(), "has a " + what + " that " + fault.orElse(""));
        return text;
    }

    private static void require(boolean right, String reason) throws Unusable {
        if (!right) {
            throw new Unusable(reason);
        }
    }
}
