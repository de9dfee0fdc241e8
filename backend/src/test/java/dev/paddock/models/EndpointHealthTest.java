package dev.paddock.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import dev.paddock.BackendTest;
import dev.paddock.people.Cast;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@BackendTest
class EndpointHealthTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    Endpoints endpoints;

    @Autowired
    HikariDataSource pool;

    @Test
    void askingAServerHoldsNoConnectionToTheDatabase() throws Exception {
        var asked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/models", exchange -> {
            asked.countDown();
            await(goOn);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        var olive = new Cast(beans).olive();
        var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        var endpoint = endpoints.add(olive, new EndpointForm("e-" + UUID.randomUUID(), url, null, 4));
        var asking = Thread.ofVirtual().start(() -> endpoints.health(olive, endpoint.id()));
        try {
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(leastInUse()).isZero();
        } finally {
            goOn.countDown();
            asking.join();
            server.stop(0);
        }
    }

    @Test
    void aServerThatOnlyScoresIsAskedForItsHealth() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        var olive = new Cast(beans).olive();
        var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        try {
            var endpoint = endpoints.add(olive, new EndpointForm("e-" + UUID.randomUUID(), url, null, 4));

            assertThat(endpoints.health(olive, endpoint.id()))
                    .isEqualTo(new Health(true, "It answers, but names no models: it may score, not generate."));
        } finally {
            server.stop(0);
        }
    }

    /** Jobs in the background may use one for a moment. */
    private int leastInUse() throws InterruptedException {
        var least = Integer.MAX_VALUE;
        for (var i = 0; i < 100 && least > 0; i++) {
            least = Math.min(least, pool.getHikariPoolMXBean().getActiveConnections());
            Thread.sleep(10);
        }
        return least;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            throw new AssertionError(stopping);
        }
    }
}
