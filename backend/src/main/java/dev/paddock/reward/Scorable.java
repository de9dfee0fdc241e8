package dev.paddock.reward;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Refusal.Fault;
import java.util.ArrayList;
import java.util.List;

/** What can be scored on request: how many conversations, how long, and in which order their roles come. */
final class Scorable {

    static final int CONVERSATIONS = 1_000;
    static final int MESSAGES = 200;
    static final int CHARACTERS = 200_000;
    private static final int FAULTS_TOLD = 20;

    private final List<Fault> faults = new ArrayList<>();

    private Scorable() {}

    /** @throws InvalidInput naming every conversation that cannot be scored, the first twenty of them */
    static void require(List<List<Message>> conversations) {
        if (conversations.isEmpty() || conversations.size() > CONVERSATIONS) {
            throw new InvalidInput("conversations", "must be 1 to 1,000, not " + conversations.size() + ".");
        }
        var check = new Scorable();
        for (var i = 0; i < conversations.size() && check.faults.size() < FAULTS_TOLD; i++) {
            check.conversation("conversations[" + i + "].messages", conversations.get(i));
        }
        if (!check.faults.isEmpty()) {
            throw new InvalidInput(check.faults);
        }
    }

    private void conversation(String field, List<Message> messages) {
        if (messages.isEmpty() || messages.size() > MESSAGES) {
            fault(field, "must hold 1 to 200 messages, not " + messages.size() + ".");
        } else if (messages.getLast().role() != Role.ASSISTANT) {
            fault(field, "must end with the assistant's message, the one that is scored.");
        } else if (messages.stream()
                        .mapToLong(message -> message.content().length())
                        .sum()
                > CHARACTERS) {
            fault(field, "is longer than 200,000 characters.");
        } else {
            order(field, messages);
        }
    }

    private void order(String field, List<Message> messages) {
        var expected = Role.USER;
        for (var i = messages.getFirst().role() == Role.SYSTEM ? 1 : 0; i < messages.size(); i++) {
            if (messages.get(i).role() != expected) {
                fault(
                        field + "[" + i + "].role",
                        "must be " + word(expected)
                                + ": after an optional system message, user and assistant take turns.");
                return;
            }
            expected = expected == Role.USER ? Role.ASSISTANT : Role.USER;
        }
    }

    private static String word(Role role) {
        return role == Role.USER ? "user" : "assistant";
    }

    private void fault(String field, String reason) {
        faults.add(new Fault(field, reason));
    }
}
