package dev.paddock.rewardmodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code bin/build} beside a Paddock that runs, and beside another build. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class BuildScriptTest extends ScriptWorld {

    private static final String WIDE_IS_UNKNOWN =
            "[[ $* != *-ww* ]] || { echo \"ps: invalid option -- 'w'\" >&2; exit 1; }\n";

    private Path built() throws Exception {
        var ran = ran("build");
        assertThat(ran.code()).as(ran.err()).isZero();
        return checkout.resolve(ran.out().strip());
    }

    private Path builtAgain() throws Exception {
        changeASource();
        return built();
    }

    private void runs(Path earlier, String firstLine) throws IOException {
        program("tools/ps", firstLine + "echo 'java -jar " + checkout.relativize(earlier) + "/paddock.jar'\n");
    }

    private void await(String file) throws InterruptedException {
        while (!Files.exists(folder.resolve(file))) {
            Thread.sleep(20);
        }
    }

    @Test
    void earlierBuildsGoUnlessTheyRun() throws Exception {
        var first = built();
        runs(first, "");
        var second = builtAgain();
        assertThat(first).exists();

        runs(second, "");
        builtAgain();

        assertThat(first).doesNotExist();
        assertThat(second).exists();
    }

    @Test
    void whereItIsNotKnownWhatRunsTheyStay() throws Exception {
        var first = built();
        program("tools/ps", "exit 1\n");

        builtAgain();

        assertThat(first).exists();
    }

    @Test
    void whatRunsIsFoundByAPsThatKnowsNoWideLines() throws Exception {
        var first = built();
        runs(first, WIDE_IS_UNKNOWN);
        var second = builtAgain();
        assertThat(first).exists();

        program("tools/ps", WIDE_IS_UNKNOWN + "echo sh\n");
        builtAgain();

        assertThat(first).doesNotExist();
        assertThat(second).doesNotExist();
    }

    @Test
    void theLatestBuildIsTheOneThatWasBuiltLast() throws Exception {
        var first = built();
        runs(first, "");
        var second = builtAgain();

        // As a Paddock of the first build does when it ends.
        Files.createFile(first.resolve("paddock.aot"));

        assertThat(built()).isEqualTo(second);
        assertThat(second).exists();
    }

    /** By Maven, which goes on where the script alone is ended. */
    @Test
    void waitsForABuildWhoseScriptWasEndedAndSaysSo() throws Exception {
        program("tools/mvn", """
                mkdir ../at-work || echo 'two at once' >../overlap
                until [[ -e ../go ]]; do sleep .05; done
                mkdir -p web/target && touch web/target/paddock.jar
                rmdir ../at-work
                """);
        var first = start("first", "build");
        await("at-work");
        first.destroyForcibly().waitFor();

        var second = start("second", "build");
        assertThat(second.waitFor(1, TimeUnit.SECONDS)).isFalse();
        Files.createFile(folder.resolve("go"));

        var ran = ended("second", second);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Another build is going on; waiting for it...");
        assertThat(folder.resolve("overlap")).doesNotExist();
    }
}
