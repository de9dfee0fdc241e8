package dev.paddock.rewardmodel.llama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processor, as far as it decides between the kernels of ONNX Runtime and with them the last digits of a logit. */
final class Processor {

    private static final List<String> DECISIVE =
            List.of("avx", "avx2", "avx_vnni", "avx512f", "avx512_vnni", "amx_int8", "asimddp", "i8mm", "sve");

    private Processor() {}

    static String describe() {
        var instructions = instructions();
        return Stream.concat(
                        Stream.of(System.getProperty("os.arch")),
                        DECISIVE.stream().filter(instructions::contains))
                .collect(Collectors.joining(" "));
    }

    private static Set<String> instructions() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                    .findFirst()
                    .map(line -> Set.copyOf(List.of(
                            line.substring(line.indexOf(':') + 1).strip().split("\\s+"))))
                    .orElse(Set.of());
        } catch (IOException e) {
            return Set.of();
        }
    }
}
