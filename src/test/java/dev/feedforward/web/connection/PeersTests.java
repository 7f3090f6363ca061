package dev.feedforward.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PeersTests {

    @Test
    void takesNetworkForOneCallerWhereCallersHaveWholeNetworks() throws Exception {
        assertThat(peer("2001:db8::1")).isEqualTo(peer("2001:db8::2:3:4:5")).isNotEqualTo(peer("2001:db8:0:1::1"));
        assertThat(peer("192.0.2.1")).isNotEqualTo(peer("192.0.2.2"));
    }

    @Test
    void knowsProxiesByTheirAddress() throws Exception {
        for (String written : List.of("192.0.2.0/24, 10.0.0.0/8", "10\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")) {
            Predicate<InetAddress> proxies = Peers.among(written);
            assertThat(proxies.test(peer("10.1.2.3"))).isTrue();
            assertThat(proxies.test(peer("110.1.2.3"))).isFalse();
        }
    }

    @Test
    void knowsProxyByItsWholeAddress() throws Exception {
        Predicate<InetAddress> proxies = Peers.among("10\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|0:0:0:0:0:0:0:1");
        InetAddress proxy = Peers.of(InetAddress.getByName("::1"), proxies);
        assertThat(proxies.test(proxy)).isTrue();
        InetAddress beside = Peers.of(InetAddress.getByName("::2"), proxies);
        assertThat(proxies.test(beside)).isFalse();
    }

    private static InetAddress peer(String address) throws UnknownHostException {
        return Peers.of(InetAddress.getByName(address), proxy -> false);
    }
}
