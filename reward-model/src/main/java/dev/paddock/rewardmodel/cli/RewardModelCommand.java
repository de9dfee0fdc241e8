package dev.paddock.rewardmodel.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code score}, {@code train}, {@code evaluate}: each reads JSON lines and says what is wrong with the line that cannot be read. */
@Command(
        name = "reward-model",
        mixinStandardHelpOptions = true,
        description = "Scores answers with a reward model, trains one on your own pairs, and says how good one is.",
        subcommands = {ScoreCommand.class, TrainCommand.class, EvaluateCommand.class})
public final class RewardModelCommand {

    private RewardModelCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** @return 0 where all went well, 2 for wrong options, 1 for anything else; what went wrong is on standard error */
    static int run(String... arguments) {
        return new CommandLine(new RewardModelCommand())
                .setExecutionExceptionHandler((failed, command, _) -> {
                    command.getErr().println(told(failed));
                    return 1;
                })
                .execute(arguments);
    }

    /** A file system's own exceptions say the file's name and leave it at that. */
    private static String told(Exception failed) {
        return switch (failed) {
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file.";
            case AccessDeniedException denied ->
                denied.getFile() + ": there is no right to read it, or to write there.";
            default -> Objects.requireNonNullElse(failed.getMessage(), failed.toString());
        };
    }
}
