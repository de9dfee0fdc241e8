package dev.paddock.web.prompts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.TestStore;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Cast;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A file that is too large is refused in words: whoever sends it must not find the connection cut. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class UploadOverHttpTest {

    private static final int TOO_LARGE = 72 << 20;
    private static final String FORM = "0123456789abcdef0123456789abcdef";

    @Autowired
    BeanFactory beans;

    @Autowired
    Campaigns campaigns;

    @Value("${local.server.port}")
    int port;

    final HttpClient client = HttpClient.newHttpClient();
    Cast cast;
    UUID campaign;

    @BeforeEach
    void openACampaign() {
        cast = new Cast(beans);
        var asked = new NewCampaign(
                "Uploads " + UUID.randomUUID(), Track.HELPFULNESS, "g", 1, 1, false, Set.of(), List.of());
        campaign = campaigns.create(cast.grace(), asked).id();
    }

    @Test
    void aFormWithALargeFileIsAnsweredWithWhatToDo() throws Exception {
        var session = signIn();
        var request = to("/campaigns/" + campaign + "/prompts")
                .header("Cookie", session + "; paddock-form=" + FORM)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(form())
                .build();

        var answer = client.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("larger than Paddock takes", "Split it");
    }

    @Test
    void aLargeImportByTheApiIsAnsweredToo() throws Exception {
        var answer = send(cast.token(cast.grace()), "application/jsonl");

        assertThat(answer.statusCode()).isIn(200, 413, 422);
        assertThat(answer.body()).contains("64 MB");
    }

    @Test
    void soIsOneThatIsRefusedBeforeItIsRead() throws Exception {
        assertThat(send("pdk_guess", "application/jsonl").statusCode()).isEqualTo(401);
        assertThat(send(cast.token(cast.ada()), "application/jsonl").statusCode())
                .isEqualTo(404);
        assertThat(send(cast.token(cast.grace()), "application/xml").statusCode())
                .isEqualTo(415);
    }

    private HttpResponse<String> send(String token, String type) throws Exception {
        var request = to("/api/campaigns/" + campaign + "/prompts")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(sized(lines(), TOO_LARGE))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private String signIn() throws Exception {
        var fields = List.of("_csrf", masked(), "email", cast.email(cast.grace()), "password", Cast.PASSWORD);
        var body = encoded(fields);
        var request = to("/sign-in")
                .header("Cookie", "paddock-form=" + FORM)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("paddock="))
                .map(cookie -> cookie.split(";", 2)[0])
                .findFirst()
                .orElseThrow();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static String encoded(List<String> fields) {
        return Arrays.stream(new int[] {0, 2, 4})
                .mapToObj(i -> fields.get(i) + "=" + URLEncoder.encode(fields.get(i + 1), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The token of the form as a page of ours would have it: a mask, here of zeros, and the token under it. */
    private static String masked() {
        var token = FORM.getBytes(UTF_8);
        var masked = new byte[2 * token.length];
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }

    private static BodyPublisher form() {
        var head = """
                --x
                Content-Disposition: form-data; name="_csrf"

                %s
                --x
                Content-Disposition: form-data; name="kind"

                prompts
                --x
                Content-Disposition: form-data; name="file"; filename="large.jsonl"

                """.formatted(masked()).replace("\n", "\r\n").getBytes(UTF_8);
        var tail = "\r\n--x--\r\n".getBytes(UTF_8);
        return sized(
                new SequenceInputStream(
                        new SequenceInputStream(new ByteArrayInputStream(head), new Capped(lines(), TOO_LARGE)),
                        new ByteArrayInputStream(tail)),
                head.length + TOO_LARGE + tail.length);
    }

    private static BodyPublisher sized(InputStream body, long length) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Capped(body, length)), length);
    }

    /** The same prompt without end. */
    private static InputStream lines() {
        var line = "{\"text\":\"Why is the sea salty?\"}\n".getBytes(UTF_8);
        return new InputStream() {
            private int at;

            @Override
            public int read() {
                return line[at++ % line.length];
            }

            @Override
            public int read(byte[] into, int from, int length) {
                for (int i = 0; i < length; i++) {
                    into[from + i] = line[at++ % line.length];
                }
                return length;
            }
        };
    }

    /** So many bytes of a stream. */
    private static final class Capped extends InputStream {

        private final InputStream body;
        private long left;

        Capped(InputStream body, long left) {
            this.body = body;
            this.left = left;
        }

        @Override
        public int read() throws java.io.IOException {
            return left-- <= 0 ? -1 : body.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws java.io.IOException {
            if (left <= 0) {
                return -1;
            }
            int read = body.read(into, from, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
