package dev.feedforward.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Who asks, by address; of IPv6 by its network, all of whose addresses one client may have. */
public final class Client {

    private static final int NETWORK = 8;

    private Client() {}

    /**
     * The one for whom a request is.
     *
     * @param address as the request has it, or as a proxy that is believed has told it
     */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // No name has a colon, so that none is looked up.
            return of(InetAddress.getByName(address)).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    /** The address, or of IPv6 its network. */
    public static InetAddress of(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }
}
