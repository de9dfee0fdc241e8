package dev.paddock.store;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's own programs in a data folder, each run to its end: {@code initdb}, {@code postgres}, {@code pg_ctl}.
 *
 * @param folder the data folder
 */
record Programs(Path folder) {

    static final String NAME = "pg18-bin";

    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    Path executable(String program) {
        return folder.resolve(NAME).resolve("bin").resolve(program);
    }

    /** @throws StoreUnavailable when the program ends with an error */
    void run(String program, List<String> arguments, String input) {
        Outcome outcome = attempt(program, arguments, input);
        if (!outcome.succeeded()) throw StoreUnavailable.failed(program, outcome.output(), folder);
    }

    Outcome attempt(String program, List<String> arguments, String input) {
        Outcome outcome = execute(command(program, arguments), input);
        if (!outcome.succeeded() && outcome.output().startsWith("unshare:")) throw StoreUnavailable.rootRefused();
        return outcome;
    }

    private List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        // PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, and its files stay ours.
        if (isRoot()) command.addAll(List.of("unshare", "-U"));
        command.add(executable(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    private Outcome execute(List<String> command, String input) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        // English messages, as some are looked at here; the data's own locale is given to initdb.
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(input);
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            return ended(command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.getFirst() + " ran", e);
        }
    }

    private Outcome ended(List<String> command, IOException e) {
        if (command.getFirst().equals("unshare")) throw StoreUnavailable.rootRefused();
        throw StoreUnavailable.at(folder, e);
    }
}
