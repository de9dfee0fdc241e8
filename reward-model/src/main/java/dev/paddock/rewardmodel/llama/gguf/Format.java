package dev.paddock.rewardmodel.llama.gguf;

import java.util.Map;
import java.util.Optional;

/** How the numbers of a tensor are written. */
public sealed interface Format {

    /** One number after the other, {@code bytes} bytes each. */
    enum Plain implements Format {
        F32(4),
        F16(2),
        BF16(2);

        private final int bytes;

        Plain(int bytes) {
            this.bytes = bytes;
        }
    }

    record Blocks(Quantisation quantisation) implements Format {}

    /** By the number that GGUF gives to a format. */
    static Optional<Format> of(int type) {
        return Optional.ofNullable(KNOWN.get(type));
    }

    /** Bytes that a row of so many elements takes, empty where such a row cannot be. */
    default Optional<Long> rowBytes(long elements) {
        return switch (this) {
            case Plain plain -> Optional.of(elements * plain.bytes);
            case Blocks(var blocks) ->
                elements % blocks.length() == 0
                        ? Optional.of(elements / blocks.length() * blocks.bytes())
                        : Optional.empty();
        };
    }

    Map<Integer, Format> KNOWN = Map.ofEntries(
            Map.entry(0, Plain.F32),
            Map.entry(1, Plain.F16),
            Map.entry(30, Plain.BF16),
            Map.entry(2, new Blocks(Quantisation.Q4_0)),
            Map.entry(3, new Blocks(Quantisation.Q4_1)),
            Map.entry(6, new Blocks(Quantisation.Q5_0)),
            Map.entry(7, new Blocks(Quantisation.Q5_1)),
            Map.entry(8, new Blocks(Quantisation.Q8_0)),
            Map.entry(12, new Blocks(Quantisation.Q4_K)),
            Map.entry(13, new Blocks(Quantisation.Q5_K)),
            Map.entry(14, new Blocks(Quantisation.Q6_K)));
}
