package dev.paddock.prompts;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that is refused from a length on, whatever its sender announced. */
final class Capped extends FilterInputStream {

    static final class TooLong extends IOException {

        private TooLong(long most) {
            super("is where the file gets longer than " + (most >> 20)
                    + " MB; what follows was not read. Send it in parts");
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    private final long most;
    private long seen;

    Capped(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next == -1 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count(read);
        return read;
    }

    private void count(int read) throws TooLong {
        seen += Math.max(read, 0);
        if (seen > most) {
            throw new TooLong(most);
        }
    }
}
