package dev.paddock.rewardmodel.pairs;

import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pairs of all files of one kind, without repetitions, and what exactly those files were. */
public record TrainingSet(ModelKind kind, List<PreferencePair> pairs, Map<String, String> hashes) {

    private static final Logger log = LoggerFactory.getLogger(TrainingSet.class);

    /**
     * Reads the HH-RLHF files of a folder whose names begin with {@code helpful} or {@code harmless}. Lines that are no pairs are left out,
     * and the log tells of them.
     */
    public static TrainingSet read(Path folder, ModelKind kind) throws IOException {
        var pairs = new ArrayList<PreferencePair>();
        var hashes = new TreeMap<String, String>();
        for (var file : files(folder, kind)) {
            var name = file.getFileName().toString();
            var reading = HhRlhf.read(file);
            pairs.addAll(reading.pairs());
            hashes.put(name, Sha256.of(file));
            tell(name, reading.refused());
        }
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("No preference pairs for " + kind.label() + " in " + folder);
        }
        return new TrainingSet(kind, withoutRepetitions(pairs), hashes);
    }

    private static void tell(String file, List<HhRlhf.RefusedLine> refused) {
        if (!refused.isEmpty()) {
            var first = refused.getFirst();
            log.warn(
                    "Of {} {} lines are no pairs and are left out; the first, line {}: {}",
                    file,
                    refused.size(),
                    first.line(),
                    first.reason());
        }
    }

    static List<Path> files(Path folder, ModelKind kind) throws IOException {
        var prefix = kind == ModelKind.HELPFULNESS ? "helpful" : "harmless";
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName()
                                    .toString()
                                    .toLowerCase(Locale.ROOT)
                                    .startsWith(prefix)
                            && file.getFileName().toString().endsWith(".jsonl.gz"))
                    .sorted()
                    .toList();
        }
    }

    /** The same pair may be in two files. */
    private static List<PreferencePair> withoutRepetitions(List<PreferencePair> pairs) {
        var seen = new HashSet<List<Object>>();
        return pairs.stream()
                .filter(pair -> seen.add(List.of(pair.prompt(), pair.chosen(), pair.rejected())))
                .toList();
    }

    public List<String> sources() {
        return pairs.stream().map(PreferencePair::source).distinct().sorted().toList();
    }

    public int[] rowsOf(String source) {
        return IntStream.range(0, pairs.size())
                .filter(row -> pairs.get(row).source().equals(source))
                .toArray();
    }
}
