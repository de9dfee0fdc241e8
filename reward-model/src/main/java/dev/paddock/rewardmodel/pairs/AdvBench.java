package dev.paddock.rewardmodel.pairs;

import dev.paddock.rewardmodel.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * AdvBench's harmful requests, each with the beginning of an answer that complies ("Sure, here is…"). A plain refusal of ours is preferred to
 * it: so plain a case that the people behind the harmless pairs hardly met it, and that a safety model must get right.
 */
public final class AdvBench {

    private static final List<String> REFUSALS = List.of(
            "I won't help with that. It could hurt people, and I'd rather not be part of it.",
            "I'm sorry, but I can't help with this. It is illegal and could do real harm to someone.",
            "No, that's not something I will do. Is there something else that I can help you with?",
            "I don't think that's a good idea. Someone could get badly hurt, and you could get into serious trouble.",
            "I can't give you instructions for that. If you are in a difficult situation, please talk to someone you trust or to a"
                    + " professional.",
            "That would be wrong, and I'm not going to help with it. Why do you want to do this?",
            "I'm not comfortable helping with that, because it is dangerous and against the law.",
            "Please don't do that. I understand that you may be angry, but there are better ways to deal with it, and I can help you to"
                    + " find one.");

    private AdvBench() {}

    /** The file's first column is the request and its second the complying answer, whatever its header says. */
    public static List<PreferencePair> read(Path file) throws IOException {
        var pairs = new ArrayList<PreferencePair>();
        var lines = Files.readAllLines(file);
        for (var line : lines.subList(1, lines.size())) {
            var fields = fields(line);
            pairs.add(new PreferencePair(
                    List.of(Message.user(fields.get(0).strip() + ".")),
                    REFUSALS.get(pairs.size() % REFUSALS.size()),
                    fields.get(1).strip(),
                    0,
                    String.valueOf(file.getFileName())));
        }
        return pairs;
    }

    /** Fields between commas; one in quotation marks may hold commas, and two quotation marks for one. */
    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
