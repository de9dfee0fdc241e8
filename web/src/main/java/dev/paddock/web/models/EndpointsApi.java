package dev.paddock.web.models;

import dev.paddock.models.EndpointForm;
import dev.paddock.models.EndpointKind;
import dev.paddock.models.Endpoints;
import dev.paddock.models.Health;
import dev.paddock.models.ModelEndpoint;
import dev.paddock.people.Caller;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/models/endpoints")
@Tag(name = "Models")
class EndpointsApi {

    /** @param key goes in and never comes out; empty removes it */
    record Body(
            @Nullable String name,
            @Nullable String baseUrl,
            @Nullable String key,
            @Nullable Integer slots) {}

    record View(
            UUID id,
            String name,
            EndpointKind kind,
            @Nullable URI baseUrl,
            int slots,
            boolean hasKey) {

        static View of(ModelEndpoint endpoint) {
            return new View(
                    endpoint.id(),
                    endpoint.name(),
                    endpoint.kind(),
                    endpoint.baseUrl(),
                    endpoint.slots(),
                    endpoint.hasKey());
        }
    }

    private final Endpoints endpoints;

    EndpointsApi(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @GetMapping
    Page<View> list(Caller caller) {
        return new Page<>(endpoints.list(caller), null).map(View::of);
    }

    @PostMapping
    ResponseEntity<View> add(Caller caller, @RequestBody Body body) {
        var form = new EndpointForm(
                Objects.requireNonNullElse(body.name(), ""),
                Objects.requireNonNullElse(body.baseUrl(), ""),
                body.key(),
                Objects.requireNonNullElse(body.slots(), 4));
        var made = endpoints.add(caller, form);
        return ResponseEntity.created(URI.create("/api/models/endpoints/" + made.id()))
                .body(View.of(made));
    }

    @PatchMapping("/{id}")
    View edit(Caller caller, @PathVariable UUID id, @RequestBody Body body) {
        var old = endpoints.list(caller).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("endpoint"));
        var form = new EndpointForm(
                Objects.requireNonNullElse(body.name(), old.name()),
                Objects.requireNonNullElse(body.baseUrl(), String.valueOf(old.baseUrl())),
                body.key(),
                Objects.requireNonNullElse(body.slots(), old.slots()));
        return View.of(endpoints.edit(caller, id, form));
    }

    /** Whether the server answers at this moment, and if not, why. */
    @GetMapping("/{id}/health")
    Health health(Caller caller, @PathVariable UUID id) {
        return endpoints.health(caller, id);
    }
}
