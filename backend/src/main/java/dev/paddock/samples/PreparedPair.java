package dev.paddock.samples;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.shared.NameBasedId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A conversation up to a user's message, and two answers to it that were made elsewhere.
 *
 * @param context what was said before {@code userText}, without the system text
 */
public record PreparedPair(String systemText, List<Message> context, String userText, Answer a, Answer b) {

    /** @param variant who is said to have written it */
    public record Answer(String text, String variant) {

        private String named() {
            return variant + ":" + text;
        }
    }

    /**
     * The same pair always gets the same id in a campaign, whichever answer comes first, so that a file sent twice adds nothing twice, and
     * what one person says of it and another says otherwise is about one pair.
     */
    UUID idIn(UUID campaign) {
        var before = context.stream().map(message -> message.role() + ":" + message.content());
        var answers = Stream.of(a.named(), b.named()).sorted();
        return NameBasedId.of(
                Stream.of(Stream.of(campaign.toString(), systemText), before, Stream.of(userText), answers)
                        .flatMap(part -> part));
    }

    UUID root() {
        return RootId.of(context.stream()
                .filter(message -> message.role() == Role.USER)
                .findFirst()
                .map(Message::content)
                .orElse(userText));
    }

    /** @param checksum of the answer that is kept in slot a */
    Slot slotOfA(@Nullable String checksum) {
        return Sha256.of(a.text()).equals(checksum) ? Slot.A : Slot.B;
    }
}
