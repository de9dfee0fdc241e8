package dev.paddock.rewardmodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A model that was trained is judged by what no training sees, whatever is in the file. */
class HeldOutRowsTest {

    @TempDir
    static Path cache;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** The default as if it had been trained further. */
    private Path trained() throws IOException {
        var bundle = Files.createDirectory(folder.resolve("trained"));
        try (var files = Files.list(DefaultBundles.materialise(cache, ModelKind.HELPFULNESS))) {
            for (var file : files.toList()) {
                Files.copy(file, bundle.resolve(file.getFileName()));
            }
        }
        var card = bundle.resolve("reward-model.json");
        var json = (ObjectNode) JsonMapper.shared().readTree(Files.readString(card));
        Files.writeString(
                card,
                json.put("name", "bge-small-trained").put("parent", "cafe").toString());
        return bundle;
    }

    private static Stream<String> pairs(boolean heldOut, String more) {
        return IntStream.range(0, 1000)
                .mapToObj("subject %d?"::formatted)
                .filter(subject -> HoldOut.contains(subject) == heldOut)
                .map(subject ->
                        "{\"prompt\":[{\"role\":\"user\",\"content\":\"%s\"}],\"chosen\":[{\"role\":\"assistant\",\"content\":\"A fish.\"}],\"rejected\":[{\"role\":\"assistant\",\"content\":\"A dish.\"}],\"degree\":\"better\"%s}"
                                .formatted(subject, more));
    }

    private List<String> rows(String model, List<String> pairs) throws IOException {
        var file = Files.write(Files.createTempFile(folder, "lines", ".jsonl"), pairs);
        var ran = Ran.of("evaluate", "--model", model, "--cache", cache.toString(), file.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out().lines().toList();
    }

    @Test
    void whatATrainedModelMayHaveLearntFromComesLastAndApart() throws IOException {
        var pairs = Stream.of(
                        pairs(true, "").limit(3),
                        pairs(false, "").limit(5),
                        pairs(true, ",\"impartial\":false").skip(3).limit(2))
                .flatMap(each -> each)
                .toList();

        assertThat(rows(trained().toString(), pairs))
                .satisfiesExactly(
                        heldOut -> assertThat(heldOut).containsPattern("^held out +3 pairs"),
                        better -> assertThat(better).containsPattern("^better +3 pairs"),
                        length -> assertThat(length).containsPattern("^length alone +3 pairs"),
                        learnt -> assertThat(learnt).containsPattern("^perhaps learnt from +5 pairs"),
                        byGap -> assertThat(byGap).containsPattern("^taken by their gap +2 pairs"));
        assertThat(rows("helpfulness", pairs).getFirst()).containsPattern("^impartial +8 pairs");
        var brought = DefaultBundles.materialise(cache, ModelKind.HELPFULNESS).toString();
        assertThat(rows(brought, pairs).getFirst()).containsPattern("^impartial +8 pairs");
    }

    @Test
    void whereNothingIsHeldOutThatIsSaid() throws IOException {
        assertThat(rows(trained().toString(), pairs(false, "").limit(2).toList()))
                .satisfiesExactly(
                        heldOut -> assertThat(heldOut).matches("held out +0 pairs"),
                        learnt -> assertThat(learnt).containsPattern("^perhaps learnt from +2 pairs"));
    }
}
