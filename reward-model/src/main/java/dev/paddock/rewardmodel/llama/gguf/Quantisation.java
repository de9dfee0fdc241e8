package dev.paddock.rewardmodel.llama.gguf;

/** The block formats that we read. A block holds {@link #length()} neighbouring elements of a row in {@link #bytes()} bytes. */
public enum Quantisation {
    Q4_0(32, 18, 4, 32, false, PlainBlocks::q4_0),
    Q4_1(32, 20, 4, 32, true, PlainBlocks::q4_1),
    Q5_0(32, 22, 8, 32, false, PlainBlocks::q5_0),
    Q5_1(32, 24, 8, 32, true, PlainBlocks::q5_1),
    Q8_0(32, 34, 8, 32, false, PlainBlocks::q8_0),
    Q4_K(256, 144, 4, 32, true, SuperBlocks::q4_k),
    Q5_K(256, 176, 8, 32, true, SuperBlocks::q5_k),
    Q6_K(256, 210, 8, 16, false, SuperBlocks::q6_k);

    private final int length;
    private final int bytes;
    private final int bits;
    private final int group;
    private final boolean offset;
    private final Unpack unpack;

    Quantisation(int length, int bytes, int bits, int group, boolean offset, Unpack unpack) {
        this.length = length;
        this.bytes = bytes;
        this.bits = bits;
        this.group = group;
        this.offset = offset;
        this.unpack = unpack;
    }

    public int length() {
        return length;
    }

    public int bytes() {
        return bytes;
    }

    /** 4 or 8: the narrowest codes of ONNX Runtime that hold this format's without loss. */
    public int bits() {
        return bits;
    }

    /** How many neighbouring elements share a scale. */
    public int group() {
        return group;
    }

    /** Whether a group has an offset of its own beside the scale. */
    public boolean hasOffset() {
        return offset;
    }

    /** Unpacks a whole row, given as it lies in the file. */
    public void unpack(byte[] packed, Row row) {
        for (int at = 0, element = 0; at < packed.length; at += bytes, element += length) {
            unpack.block(packed, at, row, element);
        }
    }

    interface Unpack {
        void block(byte[] packed, int at, Row row, int element);
    }
}
