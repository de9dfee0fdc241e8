package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.scoring.RewardModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** What models of others give to a conversation, and a folder for their bundles. */
abstract class ForeignWorld {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static RewardModel open(Path bundle) {
        return Bundle.open(bundle, ExecutionProviders.cpu());
    }

    static void assertRefused(Path bundle, String reason) {
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> open(bundle).close())
                .withMessageContaining(reason);
    }

    static double llama3(List<Message> conversation) {
        return TinyGraph.byLast(TinyTokenizer.ids("<|begin_of_text|> "
                + conversation.stream()
                        .map(message ->
                                "<|start_header_id|> " + message.role().name().toLowerCase(Locale.ROOT)
                                        + " <|end_header_id|> " + message.content() + " <|eot_id|>")
                        .collect(Collectors.joining(" "))));
    }

    static double pair(List<Message> conversation) {
        return TinyGraph.byFirst(pairIds(conversation));
    }

    static long[] pairIds(List<Message> conversation) {
        return TinyTokenizer.ids("[CLS] "
                + conversation.stream()
                        .map(message -> message.role() == Role.ASSISTANT
                                ? "[SEP] " + message.content() + " [SEP]"
                                : message.content())
                        .collect(Collectors.joining(" ")));
    }
}
