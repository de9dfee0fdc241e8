package dev.paddock.rewardmodel.pairs;

import dev.paddock.rewardmodel.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A conversation written as {@code \n\nHuman: … \n\nAssistant: …}, with its last answer apart. */
record Transcript(List<Message> prompt, String answer) {

    private static final String ANSWER = "\n\nAssistant:";
    private static final Pattern TURN = Pattern.compile("\n\n(Human|Assistant):");

    static Transcript parse(String text) {
        var split = text.lastIndexOf(ANSWER);
        if (split < 0) {
            throw new IllegalArgumentException("a transcript has no Assistant turn");
        }
        return new Transcript(
                messages(text.substring(0, split)),
                text.substring(split + ANSWER.length()).strip());
    }

    private static List<Message> messages(String text) {
        var messages = new ArrayList<Message>();
        var turn = TURN.matcher(text);
        var found = turn.find();
        while (found) {
            var human = turn.group(1).equals("Human");
            var start = turn.end();
            found = turn.find();
            var content =
                    text.substring(start, found ? turn.start() : text.length()).strip();
            messages.add(human ? Message.user(content) : Message.assistant(content));
        }
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a transcript has no Human turn before its last answer");
        }
        return List.copyOf(messages);
    }
}
