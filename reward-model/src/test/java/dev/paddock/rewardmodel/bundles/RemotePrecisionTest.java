package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemotePrecisionTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aModelInEightBitsOnAServerIsAskedForOneConversationAtATime() throws IOException {
        var bundle = new ForeignBundle(new byte[0], ForeignBundle.PAIR)
                .on("vllm", "tiny-server")
                .saying("precision", "int8");
        try (var server = new LoopbackScorer(Files.createTempDirectory(folder, "server"));
                var model = Bundle.open(
                        bundle.write(Files.createTempDirectory(folder, "bundle"), ForeignWorld::pair),
                        ExecutionProviders.cpu(),
                        server)) {
            server.questions.clear();

            model.scoreAll(Collections.nCopies(20, ForeignBundle.CONVERSATIONS.getFirst()));

            assertThat(server.questions)
                    .hasSize(20)
                    .allSatisfy(question -> assertThat(question.path("input")).hasSize(1));
        }
    }
}
