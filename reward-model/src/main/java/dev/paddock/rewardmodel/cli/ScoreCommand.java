package dev.paddock.rewardmodel.cli;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.cli.JsonLines.Line;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description =
                "Scores the last of the 'messages' of each line, and writes the lines with a 'score' to standard output, and what"
                        + " gave it in 'scoreBy': the model, what it ran on, its precision, and the microseconds that it waited and took.")
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
            var block = new Block(opened, spec.commandLine().getOut());
            try {
                JsonLines.read(file, block);
            } finally {
                block.soFar();
            }
        }
        return 0;
    }

    /** Lines that are scored together, on all cores. What can be scored is written, whatever comes after it. */
    private static final class Block implements JsonLines.Taker {

        private final RewardModel model;
        private final String name;
        private final PrintWriter out;
        private final List<Asked> asked = new ArrayList<>();

        private record Asked(Line line, List<Message> conversation) {}

        Block(RewardModel model, PrintWriter out) {
            this.model = model;
            this.name = name(model);
            this.out = out;
        }

        /** As Paddock lists it, where it is registered. */
        private static String name(RewardModel model) {
            var card = model.card();
            return String.join(
                    "-",
                    card.kind().label(),
                    card.name(),
                    card.version(),
                    model.id().substring(0, 8));
        }

        @Override
        public void take(Line line) {
            asked.add(new Asked(line, JsonLines.messages(line.json().path("messages"), "messages")));
        }

        @Override
        public void soFar() {
            var some = List.copyOf(asked);
            asked.clear();
            try {
                var scores =
                        model.scoreAll(some.stream().map(Asked::conversation).toList());
                for (var i = 0; i < scores.size(); i++) {
                    write(some.get(i).line(), scores.get(i));
                }
            } catch (RuntimeException one) {
                // Which of them it is, only scoring one by one tells.
                some.forEach(each -> write(each.line(), each.line().named(() -> model.score(each.conversation()))));
            }
        }

        private void write(Line line, Score score) {
            var row = (ObjectNode) line.json();
            row.put("score", score.value());
            row.putObject("scoreBy")
                    .put("model", name)
                    .put("provider", score.provider().label())
                    .put("precision", score.precision().label())
                    .put("microsWaiting", score.microsWaiting())
                    .put("microsTokenising", score.microsTokenising())
                    .put("microsInference", score.microsInference());
            out.println(row);
        }
    }
}
