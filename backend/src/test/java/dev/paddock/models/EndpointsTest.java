package dev.paddock.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.paddock.BackendTest;
import dev.paddock.people.Audit;
import dev.paddock.people.AuditEntry;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotAllowed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@BackendTest
@Transactional
class EndpointsTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    Endpoints endpoints;

    @Autowired
    Models models;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient database;

    Caller olive;
    Caller grace;

    @BeforeEach
    void people() {
        var cast = new Cast(beans);
        olive = cast.olive();
        grace = cast.grace();
    }

    @Test
    void onlyTheOwnerAddsAndChangesThem() {
        assertThatThrownBy(() -> endpoints.add(grace, form("http://8.8.8.8/v1", "k")))
                .isInstanceOf(NotAllowed.class);

        var endpoint = endpoints.add(olive, form("http://8.8.8.8/v1", "k"));
        assertThatThrownBy(() -> endpoints.edit(grace, endpoint.id(), form("http://8.8.8.8/v1", null)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aPrivateAddressIsRefused() {
        assertThatThrownBy(() -> endpoints.add(olive, form("http://localhost:11434/v1", null)))
                .isInstanceOf(AddressRefused.class);
        assertThatThrownBy(() -> endpoints.add(olive, form("http://169.254.169.254/latest", null)))
                .isInstanceOf(AddressRefused.class);
    }

    @Test
    void theKeyIsNeverReadableAgainExceptForTheAdapter() {
        var endpoint = endpoints.add(olive, form("http://8.8.8.8/v1", "sk-topsecret"));

        var row = database.sql("select encode(api_key, 'escape') || base_url || name from model_endpoint where id = ?")
                .param(endpoint.id())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("topsecret");
        assertThat(models.credentials(endpoint.id())).contains("sk-topsecret");
        assertThat(form("http://8.8.8.8/v1", "sk-topsecret").toString()).doesNotContain("topsecret");
        assertThat(audit.list(olive, null, 5).rows())
                .extracting(AuditEntry::detail)
                .noneMatch(detail -> detail.contains("topsecret"));
    }

    @Test
    void aKeyDoesNotWanderToAnotherServer() {
        var endpoint = endpoints.add(olive, form("http://8.8.8.8/v1", "k"));

        for (var elsewhere : new String[] {"http://8.8.4.4/v1", "http://8.8.8.8:8080/v1", "https://8.8.8.8/v1"}) {
            assertThatThrownBy(() -> endpoints.edit(olive, endpoint.id(), form(elsewhere, null)))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("entered again");
        }
        assertThatCode(() -> endpoints.edit(olive, endpoint.id(), form("http://8.8.8.8/v2", null)))
                .doesNotThrowAnyException();
        assertThat(models.credentials(endpoint.id())).contains("k");
        endpoints.edit(olive, endpoint.id(), form("http://8.8.4.4/v1", "new"));
        assertThat(models.credentials(endpoint.id())).contains("new");
    }

    @Test
    void theEmbeddedOneHasNoAddressToChange() {
        var embedded = endpoints.list(olive).stream()
                .filter(each -> each.kind() == EndpointKind.EMBEDDED)
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> endpoints.edit(olive, embedded.id(), form("http://8.8.8.8/v1", null)))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> models.address(embedded.id())).isInstanceOf(Conflict.class);
    }

    @Test
    void everyEditOfAVariantIsARevisionAndAnOutdatedOneIsRefused() {
        var embedded = endpoints.list(olive).getFirst().id();
        var variant = models.add(grace, VariantForm.plain("v-" + UUID.randomUUID(), embedded, "m", 0.1, 0.9));

        models.edit(grace, variant.id(), 1, VariantForm.plain(variant.name(), embedded, "m2", 0.1, 0.9));

        assertThat(variant.revision()).isEqualTo(2);
        assertThatThrownBy(() -> models.edit(
                        grace, variant.id(), 1, VariantForm.plain(variant.name(), embedded, "m3", 0.1, 0.9)))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> models.add(
                        new Cast(beans).stranger(Role.ANNOTATOR), VariantForm.plain("x", embedded, "m", 0, 1)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void tellsWhatAServerSaysAboutItself() throws IOException {
        assertThat(answered(200, "{\"data\":[{\"id\":\"llama-2-7b-chat\"}]}"))
                .isEqualTo(new Health(true, "It answers. Its models: llama-2-7b-chat."));
        assertThat(answered(200, "<html>").told()).contains("/v1");
        assertThat(answered(401, "").told()).contains("key");
        assertThat(answered(302, "").told()).contains("does not follow");
        assertThat(answered(503, "").told()).contains("503");
        assertThat(HealthCheck.ask(URI.create("http://127.0.0.1:" + unusedPort()), null)
                        .told())
                .contains("refuses the connection");
    }

    private static Health answered(int status, String body) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/models", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
            exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        try {
            return HealthCheck.ask(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1"), "k");
        } finally {
            server.stop(0);
        }
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static EndpointForm form(String url, @Nullable String key) {
        return new EndpointForm("e-" + url, url, key, 4);
    }
}
