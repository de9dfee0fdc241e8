package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paddock.rewardmodel.Message;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Refusal.Fault;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorableTest {

    static final List<Message> GOOD = List.of(Message.system("s"), Message.user("u"), Message.assistant("a"));

    @Test
    void takesDialoguesThatEndWithAnAnswer() {
        assertThatCode(() -> Scorable.require(List.of(GOOD, GOOD.subList(1, 3))))
                .doesNotThrowAnyException();
    }

    @Test
    void namesEveryConversationThatCannotBeScored() {
        var refusal = catchThrowableOfType(
                InvalidInput.class,
                () -> Scorable.require(List.of(
                        GOOD,
                        List.of(),
                        List.of(Message.user("u")),
                        List.of(Message.user("u"), Message.user("u"), Message.assistant("a")),
                        List.of(Message.user("x".repeat(Scorable.CHARACTERS)), Message.assistant("a")))));

        assertThat(refusal.faults())
                .extracting(Fault::field)
                .containsExactly(
                        "conversations[1].messages",
                        "conversations[2].messages",
                        "conversations[3].messages[1].role",
                        "conversations[4].messages");
    }

    @Test
    void refusesMoreThanAThousandAndNone() {
        assertThat(catchThrowableOfType(InvalidInput.class, () -> Scorable.require(Collections.nCopies(1001, GOOD))))
                .isNotNull();
        assertThat(catchThrowableOfType(InvalidInput.class, () -> Scorable.require(List.of())))
                .isNotNull();
        assertThatCode(() -> Scorable.require(Collections.nCopies(1000, GOOD))).doesNotThrowAnyException();
    }

    @Test
    void tellsNoMoreThanTwentyFaults() {
        var refusal =
                catchThrowableOfType(InvalidInput.class, () -> Scorable.require(Collections.nCopies(1000, List.of())));

        assertThat(refusal.faults()).hasSize(20);
    }
}
