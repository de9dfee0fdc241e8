package dev.paddock.rewardmodel.cli;

import dev.paddock.rewardmodel.scoring.RewardModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description =
                "Scores the last of the 'messages' of each line, and writes the lines with a 'score' to standard output.")
@SuppressWarnings("NullAway.Init")
final class ScoreCommand implements Callable<Integer> {

    @Mixin
    private NamedModel model = new NamedModel();

    @Parameters(defaultValue = "-", description = "JSON lines; - for standard input")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (var opened = model.open()) {
            JsonLines.read(file, line -> write(opened, line));
        }
        return 0;
    }

    private void write(RewardModel opened, JsonNode line) {
        var score = opened.score(JsonLines.messages(line.path("messages"), "messages"));
        ((ObjectNode) line).put("score", score.value());
        spec.commandLine().getOut().println(line);
    }
}
