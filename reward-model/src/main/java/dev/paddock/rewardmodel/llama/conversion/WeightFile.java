package dev.paddock.rewardmodel.llama.conversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file of weights beside a graph. Regions are reserved one after the other and may be filled side by side. */
final class WeightFile implements AutoCloseable {

    /** So that ONNX Runtime may map a region and read it with aligned loads. */
    private static final int ALIGNMENT = 64;

    private final Path path;
    private final FileChannel channel;
    private long end;

    WeightFile(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    Region reserve(long length) {
        var region = new Region(end, length);
        end = (end + length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return region;
    }

    String name() {
        return path.getFileName().toString();
    }

    long length() {
        return end;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    final class Region implements AutoCloseable {

        private final long offset;
        private final long length;
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        private long written;

        private Region(long offset, long length) {
            this.offset = offset;
            this.length = length;
        }

        long offset() {
            return offset;
        }

        long length() {
            return length;
        }

        void put(byte value) {
            flushUnless(1);
            buffer.put(value);
        }

        void put(float value) {
            flushUnless(Float.BYTES);
            buffer.putFloat(value);
        }

        private void flushUnless(int room) {
            if (buffer.remaining() < room) {
                flush();
            }
        }

        private void flush() {
            buffer.flip();
            try {
                while (buffer.hasRemaining()) {
                    written += channel.write(buffer, offset + written);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            buffer.clear();
        }

        @Override
        public void close() {
            flush();
            if (written != length) {
                throw new IllegalStateException("%d bytes written into a region of %d".formatted(written, length));
            }
        }
    }
}
