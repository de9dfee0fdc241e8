package dev.paddock.rewardmodel.bundles;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.ModelCard;
import java.util.List;
import java.util.stream.Collectors;

/** A conversation whose prompt and answer fill all that a card's truncation leaves of them, in words of its golden conversations. */
record LongestConversation(ModelCard card) {

    /** Of one message: longer than any that a model is asked about, whatever its card says. */
    private static final int MOST_CHARACTERS = 200_000;

    /** Hardly a token has more. */
    private static final int CHARACTERS_OF_A_TOKEN = 16;

    List<Message> messages() {
        return List.of(
                Message.user(words(card.truncation().promptTail())),
                Message.assistant(words(card.truncation().answerHead())));
    }

    private String words(int tokens) {
        var characters = (int) Math.min(MOST_CHARACTERS, (long) tokens * CHARACTERS_OF_A_TOKEN);
        var known = known();
        return known.repeat(1 + characters / known.length());
    }

    private String known() {
        var said = card.golden().getFirst().messages().stream()
                .map(Message::content)
                .collect(Collectors.joining(" "))
                .strip();
        return said.isEmpty() ? "a " : said + " ";
    }

    /** As a refusal goes on. */
    String limits() {
        return "(promptTail " + card.truncation().promptTail() + ", answerHead "
                + card.truncation().answerHead() + ")";
    }
}
