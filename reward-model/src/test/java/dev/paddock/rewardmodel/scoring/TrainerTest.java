package dev.paddock.rewardmodel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trainer in Python, on a tiny Llama of random weights; minutes where PyTorch is, skipped where it is not. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TrainerTest {

    private static final Path TRAINER = Path.of("trainer").toAbsolutePath();
    private static final String PYTHON = Objects.requireNonNullElse(
            System.getenv("PADDOCK_TRAINER_PYTHON"),
            TRAINER.resolve(Path.of(".venv", "bin", "python")).toString());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void skipWithoutPyTorch() throws Exception {
        assumeTrue(
                isThere(),
                "Skipped: there is no " + PYTHON
                        + " with trainer/requirements.txt. Make trainer/.venv, or name a Python in"
                        + " PADDOCK_TRAINER_PYTHON.");
    }

    private static boolean isThere() throws Exception {
        return Files.isExecutable(Path.of(PYTHON))
                && exit(Path.of("."), "-c", "import onnx, onnxruntime, onnxscript, peft, torch, transformers, trl")
                        == 0;
    }

    @ParameterizedTest
    @CsvSource({"llama3,fp32,", "names,fp16,--lora"})
    void trainsAModelThatOpensHere(String template, String precision, @Nullable String lora) throws Exception {
        run("tests/tiny.py", folder.toString());
        var bundle = folder.resolve("bundle");
        var command = new ArrayList<>(
                List.of("train.py", "--base", folder.resolve("base").toString()));
        command.addAll(List.of("--pairs", folder.resolve("comparisons.jsonl").toString()));
        command.addAll(
                List.of("--kind", "helpfulness", "--name", "tiny", "--version", "1", "--out", bundle.toString()));
        command.addAll(List.of("--template", template, "--precision", precision, "--learning-rate", "3e-3"));
        command.addAll(List.of("--batch", "4", "--accumulate", "1", "--prompt-tail", "100", "--answer-head", "100"));
        if (lora != null) {
            command.add(lora);
        }
        run(command.toArray(String[]::new));

        try (var model = Bundle.open(bundle, ExecutionProviders.cpu())) {
            var polite = model.score(Defaults.exchange("How do I do it?", "Gladly, here is how it is done."));
            var rude = model.score(Defaults.exchange("How do I do it?", "No, find out by yourself."));
            assertThat(polite.value()).isGreaterThan(rude.value());
            assertThat(model.card().heldOut().getFirst().pairs()).isEqualTo(30);
            assertThat(model.card().heldOut().getFirst().accuracy()).isGreaterThan(80);
        }
    }

    @Test
    void itsOwnTestsPass() throws Exception {
        run("-m", "unittest", "discover", "tests");
    }

    private static void run(String... arguments) throws Exception {
        assertThat(exit(TRAINER, arguments)).isZero();
    }

    private static int exit(Path where, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var exit = process.waitFor();
        if (exit != 0) {
            System.err.println(said);
        }
        return exit;
    }
}
