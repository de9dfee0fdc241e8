package dev.paddock.web.datasets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.Harvest;
import dev.paddock.TestStore;
import dev.paddock.people.Cast;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class ExportOverHttpTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    @Value("${local.server.port}")
    int port;

    final HttpClient client = HttpClient.newHttpClient();
    Cast cast;
    Harvest harvest;
    Harvest.Turn turn;

    @BeforeEach
    void plant() {
        cast = new Cast(beans);
        harvest = new Harvest(jdbc, "helpfulness");
        turn = harvest.turn(
                harvest.conversation(null, "", null), 1, "Hi", "Hello. ".repeat(2000), "What? ".repeat(2000));
        harvest.said(turn).saved();
    }

    @Test
    void streamsJsonLines() throws Exception {
        var response = client.send(request("?format=hh", "identity"), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/jsonl");
        assertThat(response.headers().firstValue("Paddock-Rows")).contains("1");
        assertThat(response.body())
                .startsWith("{\"chosen\":\"\\n\\nHuman: Hi\\n\\nAssistant: Hello. ")
                .endsWith("\"}\n");
    }

    @Test
    void packsWhereTheClientAsksForIt() throws Exception {
        var plain = client.send(request("", "identity"), BodyHandlers.ofByteArray());
        var packed = client.send(request("", "gzip"), BodyHandlers.ofByteArray());

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.body().length).isLessThan(plain.body().length / 10);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    @Test
    void refusesInOrderBeforeTheFirstByte() throws Exception {
        var wrong = client.send(request("?margin=huge", "identity"), BodyHandlers.ofString());
        var foreign = client.send(
                request(harvest.campaign, "", "identity", cast.token(cast.grace())), BodyHandlers.ofString());

        assertThat(wrong.statusCode()).isIn(400, 422);
        assertThat(wrong.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        assertThat(wrong.body()).contains("\"field\":\"margin\"");
        assertThat(foreign.statusCode()).isEqualTo(404);
    }

    /** The database goes away in mid-stream: the client must not take the part for the whole. */
    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void aStreamThatBreaksOffIsSeenToBeBroken(String encoding) throws Exception {
        fill(3000);
        var response = client.send(request("", encoding), BodyHandlers.ofInputStream());
        response.body().readNBytes(64);

        cutOffDatabase();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> response.body().transferTo(OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void nothingIsAddedToAStreamThatBrokeOff() throws Exception {
        fill(3000);
        var body = client.send(request("", "identity"), BodyHandlers.ofInputStream())
                .body();
        var got = new ByteArrayOutputStream();
        got.write(body.readNBytes(64));
        cutOffDatabase();

        assertThatThrownBy(() -> body.transferTo(got)).isInstanceOf(IOException.class);

        var text = got.toString(UTF_8);
        assertThat(text).doesNotContain("urn:paddock:problem", "<!doctype");
        assertThat(text.substring(text.lastIndexOf('\n') + 1)).doesNotEndWith("}");
    }

    /** Enough that neither the server's nor the driver's buffers hold it all: comparisons of further turns of the same conversation. */
    private void fill(int rows) {
        jdbc.sql("""
                with more as (
                    insert into turn (id, conversation_id, number, user_text, state, created_at)
                    select gen_random_uuid(), :conversation, 1 + n, 'And?', 'ready', now() from generate_series(1, :rows) n
                    returning id)
                insert into comparison (id, task_id, turn_id, campaign_id, person_id, chosen_sample, rejected_sample, left_sample, degree,
                                        guideline_version, round, shown_at, saved_at, idempotency_key, body_sha256)
                select gen_random_uuid(), c.task_id, more.id, c.campaign_id, c.person_id, c.chosen_sample, c.rejected_sample, c.left_sample,
                       c.degree, 1, 1, c.shown_at, c.saved_at, more.id::text, ''
                  from comparison c cross join more
                 where c.campaign_id = :campaign
                """)
                .param("conversation", turn.conversation())
                .param("campaign", harvest.campaign)
                .param("rows", rows)
                .update();
    }

    private void cutOffDatabase() {
        assertThat(jdbc.sql(
                                "select pg_terminate_backend(pid) from pg_stat_activity where query like '%c.left_sample = c.chosen_sample%' and pid <> pg_backend_pid()")
                        .query(Boolean.class)
                        .list())
                .contains(true);
    }

    private HttpRequest request(String query, String encoding) {
        return request(harvest.campaign, query, encoding, cast.token(cast.olive()));
    }

    private HttpRequest request(UUID campaign, String query, String encoding, String token) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/campaigns/" + campaign + "/comparisons" + query))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Encoding", encoding)
                .build();
    }
}
