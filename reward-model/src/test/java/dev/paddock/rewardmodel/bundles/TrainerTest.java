package dev.paddock.rewardmodel.bundles;

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

/** The trainer in Python, on tiny models of random weights; minutes where PyTorch is, skipped where it is not. */
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
    @CsvSource({"llama,", "deberta,", "llama,--template names --precision fp16 --lora --weights-apart"})
    void trainsAModelThatOpensHere(String family, @Nullable String more) throws Exception {
        run("tests/tiny.py " + folder);
        var bundle = folder.resolve("bundle");
        run("train.py --base %s --pairs %s --out %s"
                        .formatted(folder.resolve(family), folder.resolve("comparisons.jsonl"), bundle)
                + " --kind helpfulness --name tiny --version 1 --learning-rate 3e-3 --batch 4 --accumulate 1"
                + " --prompt-tail 100 --answer-head 100 " + Objects.requireNonNullElse(more, ""));

        try (var model = Bundle.open(bundle, ExecutionProviders.cpu())) {
            var polite = model.score(Defaults.exchange("How do I do it?", "Gladly, here is how it is done."));
            var rude = model.score(Defaults.exchange("How do I do it?", "No, find out by yourself."));
            assertThat(polite.value()).isGreaterThan(rude.value());
            assertThat(Objects.requireNonNull(model.card().training()).pairs()).isEqualTo(170);
            assertThat(model.card().heldOut().getFirst().pairs()).isEqualTo(30);
            assertThat(model.card().heldOut().getFirst().accuracy()).isGreaterThan(80);
        }
    }

    @Test
    void itsOwnTestsPass() throws Exception {
        run("-m unittest discover tests");
    }

    private static void run(String arguments) throws Exception {
        assertThat(exit(TRAINER, arguments.strip().split(" "))).isZero();
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
