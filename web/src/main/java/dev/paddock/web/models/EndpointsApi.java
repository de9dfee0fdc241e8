package dev.paddock.web.models;

import dev.paddock.models.EndpointForm;
import dev.paddock.models.EndpointKind;
import dev.paddock.models.Endpoints;
import dev.paddock.models.Health;
import dev.paddock.models.ModelEndpoint;
import dev.paddock.people.Caller;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/models/endpoints")
@Tag(name = "Models")
class EndpointsApi {

    /** @param key goes in and never comes out; empty removes it */
    record EndpointBody(
            @Nullable String name,
            @Nullable String baseUrl,
            @Nullable String key,
            @Nullable Integer slots) {}

    record EndpointView(
            UUID id,
            String name,
            EndpointKind kind,
            @Nullable URI baseUrl,
            int slots,
            boolean hasKey) {

        static EndpointView of(ModelEndpoint endpoint) {
            return new EndpointView(
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

    @Operation(summary = "Lists the servers that models run on.")
    @GetMapping
    Page<EndpointView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return endpoints.page(caller, cursor, Page.clamp(size)).map(EndpointView::of);
    }

    @Operation(summary = "Adds a server that speaks the OpenAI protocol.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EndpointView> add(Caller caller, @RequestBody EndpointBody body) {
        var form = new EndpointForm(
                Objects.requireNonNullElse(body.name(), ""),
                Objects.requireNonNullElse(body.baseUrl(), ""),
                body.key(),
                Objects.requireNonNullElse(body.slots(), 4));
        var made = endpoints.add(caller, form);
        return ResponseEntity.created(URI.create("/api/models/endpoints/" + made.id()))
                .body(EndpointView.of(made));
    }

    @Operation(
            summary = "Changes an endpoint; what is left out stays as it is.",
            description = "A new `baseUrl` needs its `key` again: a stored key never goes to another host.")
    @PatchMapping("/{id}")
    EndpointView edit(Caller caller, @PathVariable UUID id, @RequestBody EndpointBody body) {
        var old = endpoints.list(caller).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("endpoint"));
        var form = new EndpointForm(
                Objects.requireNonNullElse(body.name(), old.name()),
                Objects.requireNonNullElse(body.baseUrl(), String.valueOf(old.baseUrl())),
                body.key(),
                Objects.requireNonNullElse(body.slots(), old.slots()));
        return EndpointView.of(endpoints.edit(caller, id, form));
    }

    @Operation(summary = "Asks an endpoint whether it answers at this moment, and if not, why.")
    @GetMapping("/{id}/health")
    Health health(Caller caller, @PathVariable UUID id) {
        return endpoints.health(caller, id);
    }
}
