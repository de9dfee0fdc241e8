package dev.paddock.models;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** What is reachable by everyone, by IANA's special-purpose registries (RFC 6890 and later): all that is not named here. */
final class PublicAddresses {

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic(four);
            case Inet6Address six -> isPublic(six);
            default -> false;
        };
    }

    private static boolean isPublic(Inet4Address address) {
        int a = address.getAddress()[0] & 0xff;
        int b = address.getAddress()[1] & 0xff;
        int c = address.getAddress()[2] & 0xff;
        boolean sharedOrProtocol = a == 100 && b >= 64 && b < 128 || a == 192 && b == 0 && (c == 0 || c == 2);
        boolean benchmarkOrExample =
                a == 198 && (b == 18 || b == 19 || b == 51 && c == 100) || a == 203 && b == 0 && c == 113;
        return !(a == 0 || a >= 224 || sharedOrProtocol || benchmarkOrExample || isLocal(address));
    }

    private static boolean isPublic(Inet6Address address) {
        var bytes = address.getAddress();
        if (startsWith(
                bytes, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0,
                0)) { // NAT64 carries an IPv4 address in its last four bytes
            return isPublic(four(Arrays.copyOfRange(bytes, 12, 16)));
        }
        if (startsWith(bytes, 0x20, 0x02)) { // so does 6to4, in its second to fifth
            return isPublic(four(Arrays.copyOfRange(bytes, 2, 6)));
        }
        boolean global = (bytes[0] & 0xe0) == 0x20; // 2000::/3 is all that is handed out
        boolean special = startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8) || startsWith(bytes, 0x20, 0x01, 0);
        return global && !special && !isLocal(address);
    }

    private static boolean isLocal(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static Inet4Address four(byte[] bytes) {
        try {
            return (Inet4Address) InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
