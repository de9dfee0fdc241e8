package dev.paddock.rewardmodel.bundles;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.scoring.RewardModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server on this machine that scores as a model of the DeBERTa family does, and bundles for models on it. */
@Timeout(60)
abstract class RemoteWorld {

    static final List<Message> HELLO = ForeignBundle.CONVERSATIONS.getFirst();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    LoopbackScorer server;

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackScorer(Files.createTempDirectory(folder, "server"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static ForeignBundle bundle(String dialect) throws IOException {
        return new ForeignBundle(new byte[0], ForeignBundle.PAIR).on(dialect, "tiny-server");
    }

    RewardModel open(ForeignBundle bundle) throws IOException {
        var written = bundle.write(Files.createTempDirectory(folder, "bundle"), RemoteWorld::pair);
        return Bundle.open(written, ExecutionProviders.cpu(), server);
    }

    static List<Map<String, Object>> golden(List<Message> messages, double score) {
        return List.of(Map.of("messages", messages, "score", score));
    }

    static double pair(List<Message> conversation) {
        return TinyGraph.byFirst(TinyTokenizer.ids("[CLS] "
                + conversation.stream()
                        .map(message -> message.role() == Role.ASSISTANT
                                ? "[SEP] " + message.content().strip() + " [SEP]"
                                : message.content().strip())
                        .collect(Collectors.joining(" "))));
    }

    static String one(String data) {
        return "{\"data\":[{\"index\":0,\"data\":" + data + "}]}";
    }
}
