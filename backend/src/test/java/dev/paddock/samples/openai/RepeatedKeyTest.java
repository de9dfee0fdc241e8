package dev.paddock.samples.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.paddock.rewardmodel.Message;
import dev.paddock.samples.generation.Decoding;
import dev.paddock.samples.generation.GenerationRequest;
import dev.paddock.samples.generation.Recorded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a sample failed is read by leads, who must not read the owner's key there. */
class RepeatedKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | Wrong key s3cret | HTTP 401",
                "403 | Wrong key s3cret | HTTP 403",
                "400 | You sent s3cret | HTTP 400: You sent …",
                "200 | data: {\"error\":{\"message\":\"You sent s3cret\"}} | the server broke off: You sent …",
            })
    void isLeftOutOfWhatIsTold(int status, String body, String told) throws Exception {
        var server = server(status, body + "\n\n");
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
            var there = new Server("it", () -> base, () -> Optional.of("s3cret"), "m", "", 4096);
            var generator = new OpenAiGenerator(there, Patience.USUAL, OpenAiGenerator.client(Patience.USUAL), clock);
            var heard = new Recorded();

            generator.generate(
                    new GenerationRequest(List.of(Message.user("Hi")), new Decoding(1, 1, 10, List.of(), 1)), heard);

            assertThat(heard.awaitEnd().failure().detail()).isEqualTo(told);
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer server(int status, String body) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(status, 0);
                exchange.getResponseBody().write(body.getBytes(UTF_8));
            }
        });
        server.start();
        return server;
    }
}
