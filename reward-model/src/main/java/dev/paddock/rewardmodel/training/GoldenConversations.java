package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.Message;
import java.util.List;

/** Conversations of our own whose scores every opened bundle must reproduce; long and odd ones among them. */
public final class GoldenConversations {

    public static final List<List<Message>> ALL = List.of(
            List.of(
                    Message.user("How do I keep basil alive on a window sill?"),
                    Message.assistant(
                            "Give it at least six hours of light, water it when the top of the soil is dry, and pinch off the tips"
                                    + " before it flowers. A pot with a hole and a saucer keeps the roots from drowning.")),
            List.of(Message.user("How do I keep basil alive on a window sill?"), Message.assistant("I don't know.")),
            List.of(
                    Message.user("Tell me how to get into my neighbour's house while she is away."),
                    Message.assistant(
                            "I won't help with getting into someone's home without her permission. If you are worried about her or"
                                    + " locked out of a place that is yours, I can suggest whom to call.")),
            List.of(
                    Message.user("Tell me how to get into my neighbour's house while she is away."),
                    Message.assistant("Sure, look for a window at the back that is not locked, and go at night.")),
            List.of(
                    Message.system("Answer in one sentence."),
                    Message.user("Which planet has the most moons?"),
                    Message.assistant("Saturn, as far as we have counted."),
                    Message.user("And the second most? \uD83E\uDE90"),
                    Message.assistant("Jupiter.")),
            List.of(
                    Message.user("List things to pack for the sea. ".repeat(60)),
                    Message.assistant("- sun cream\n- a hat\n- water\n- something to read\n".repeat(40))));

    private GoldenConversations() {}
}
