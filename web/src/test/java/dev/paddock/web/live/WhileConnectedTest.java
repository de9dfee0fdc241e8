package dev.paddock.web.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A real server, and clients who hang up on it. */
class WhileConnectedTest {

    private static final String HOST = "Host: paddock\r\n";
    private static final String REQUEST = "POST /work HTTP/1.1\r\n" + HOST + "Content-Length: 4\r\n\r\nwork";

    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final WebServer server = server(new Work());

    private static WebServer server(Work work) {
        var factory = new TomcatServletWebServerFactory(0);
        new Connections().customize(factory);
        return factory.getWebServer(context -> context.addServlet("work", work).addMapping("/work"));
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void workEndsWhenItsCallerHangsUp() throws Exception {
        try (var client = client()) {
            send(client, REQUEST);
            assertThat(ends.poll(600, TimeUnit.MILLISECONDS)).isNull();
        }
        assertThat(ends.poll(2, TimeUnit.SECONDS)).isEqualTo("dropped");
        assertThat(ends.poll(2, TimeUnit.SECONDS)).isEqualTo("clean");
    }

    @Test
    void aRequestInChunksLikewise() throws Exception {
        try (var client = client()) {
            send(client, "POST /work HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n4\r\nwork\r\n0\r\n\r\n");
            assertThat(ends.poll(600, TimeUnit.MILLISECONDS)).isNull();
        }
        assertThat(ends.poll(2, TimeUnit.SECONDS)).isEqualTo("dropped");
    }

    @Test
    void whoStaysGetsTheAnswerAndCanAskAgain() throws Exception {
        try (var client = client()) {
            for (var i = 0; i < 2; i++) {
                send(client, REQUEST);
                assertThat(answer(client)).contains("200", "done");
                assertThat(ends.poll(2, TimeUnit.SECONDS)).isEqualTo("done");
                assertThat(ends.poll(2, TimeUnit.SECONDS)).isEqualTo("clean");
            }
        }
    }

    @Test
    void theBeginningOfTheNextRequestIsNoHangingUp() throws Exception {
        try (var client = client()) {
            send(client, REQUEST + REQUEST.substring(0, 20));
            assertThat(answer(client)).contains("200", "done");
            send(client, REQUEST.substring(20));
            assertThat(answer(client)).contains("200", "done");
        }
    }

    @Test
    void whatComesLaterOnTheSameConnectionIsNoneEither() throws Exception {
        try (var client = client()) {
            send(client, REQUEST);
            TimeUnit.MILLISECONDS.sleep(400);
            send(client, REQUEST);
            assertThat(answer(client)).contains("200", "done");
            assertThat(answer(client)).contains("200", "done");
        }
    }

    private Socket client() throws IOException {
        return new Socket("localhost", server.getPort());
    }

    private static void send(Socket client, String request) throws IOException {
        client.getOutputStream().write(request.getBytes(US_ASCII));
    }

    private static String answer(Socket client) throws IOException {
        client.setSoTimeout(5_000);
        var read = new StringBuilder();
        while (!read.toString().endsWith("done")) {
            var next = client.getInputStream().read();
            if (next < 0) {
                break;
            }
            read.append((char) next);
        }
        return read.toString();
    }

    private final class Work extends HttpServlet {

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            try {
                var result = WhileConnected.get(request, Work::nap);
                ends.add(result);
                response.setContentLength(4);
                response.getOutputStream().write(result.getBytes(US_ASCII));
            } catch (CallerGone gone) {
                ends.add("dropped");
            }
            ends.add(Thread.currentThread().isInterrupted() ? "still interrupted" : "clean");
        }

        private static String nap() {
            try {
                TimeUnit.MILLISECONDS.sleep(1_500);
                return "done";
            } catch (InterruptedException dropped) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }
}
