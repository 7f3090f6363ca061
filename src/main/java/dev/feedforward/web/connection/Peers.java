package dev.feedforward.web.connection;

import dev.feedforward.client.Client;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.catalina.util.NetMaskSet;

/** The addresses of callers, and which are proxies, behind which are many callers. */
final class Peers {

    private Peers() {}

    /**
     * A proxy's address, or a caller's; of IPv6 the caller's network, all of whose addresses one caller may have.
     *
     * @param isProxy whether many callers may come from an address
     */
    static InetAddress of(SocketChannel socket, Predicate<InetAddress> isProxy) {
        InetAddress address = socket.socket().getInetAddress();
        if (address == null) {
            // It has gone already, or came by a socket of the file system.
            return InetAddress.getLoopbackAddress();
        }
        return of(address, isProxy);
    }

    static InetAddress of(InetAddress address, Predicate<InetAddress> isProxy) {
        return isProxy.test(address) ? address : Client.of(address);
    }

    /** Those in {@code internalProxies}: networks such as 10.0.0.0/8, or a pattern of addresses, as Tomcat has it. */
    static Predicate<InetAddress> among(String internalProxies) {
        if (internalProxies.contains("/")) {
            return NetMaskSet.parse(internalProxies)::contains;
        }
        Predicate<String> pattern = Pattern.compile(internalProxies).asMatchPredicate();
        return address -> pattern.test(address.getHostAddress());
    }
}
