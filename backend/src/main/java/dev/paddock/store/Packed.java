package dev.paddock.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.XZInputStream;

/** An xz stream whose faults are the archive's, so that they are not taken for faults of the disk written to. */
class Packed extends InputStream {

    private final InputStream packed;
    private final InputStream content;

    Packed(InputStream packed) throws IOException {
        this.packed = packed;
        try {
            this.content = new XZInputStream(new BufferedInputStream(packed));
        } catch (IOException e) {
            packed.close();
            throw StoreUnavailable.brokenBinaries(e);
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        try {
            return content.read(bytes, from, length);
        } catch (IOException e) {
            throw StoreUnavailable.brokenBinaries(e);
        }
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }
}
