package dev.paddock.web.reward;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.TestStore;
import dev.paddock.people.Cast;
import dev.paddock.reward.FakeModels;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.net.Socket;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class ScoresOverHttpTest {

    private static final String BODY = """
            {"kind": "safety", "conversations": [{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello."}]}]}""";

    @Autowired
    ApplicationContext context;

    @Value("${local.server.port}")
    int port;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CompletableFuture<String> end = new CompletableFuture<>();

    @AfterEach
    void serveNone() {
        FakeModels.in(context).serveNone(ModelKind.SAFETY);
    }

    @Test
    void theScoresOfWhoHangsUpAreNotComputed() throws Exception {
        FakeModels.in(context).serve(ModelKind.SAFETY, "slow", this::slowly);
        try (var client = new Socket("localhost", port)) {
            client.getOutputStream().write(request().getBytes(US_ASCII));
            assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(end).isNotDone();
        }
        assertThat(end.get(5, TimeUnit.SECONDS)).isEqualTo("dropped");
    }

    private String request() {
        var cast = new Cast(context);
        return String.join(
                "\r\n",
                "POST /api/scores HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + cast.token(cast.grace()),
                "Content-Type: application/json",
                "Content-Length: " + BODY.length(),
                "",
                BODY);
    }

    private double slowly(String answer) {
        begun.countDown();
        try {
            TimeUnit.SECONDS.sleep(30);
            end.complete("scored");
            return 0;
        } catch (InterruptedException dropped) {
            end.complete("dropped");
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
