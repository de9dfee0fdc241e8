package dev.paddock.models;

import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.people.Scope;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.Cursor;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The servers that may generate. Only the owner says which: whoever can point Paddock at an address can read what answers there. */
@Service
@Transactional
public class Endpoints {

    private final ModelEndpointRepository endpoints;
    private final AddressRule rule;
    private final KeySeal seal;
    private final Audit audit;
    private final Clock clock;

    Endpoints(ModelEndpointRepository endpoints, ModelSettings settings, KeySeal seal, Audit audit, Clock clock) {
        this.endpoints = endpoints;
        this.rule = new AddressRule(settings.allowedPrivateHosts(), InetAddress::getAllByName);
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /** All there are, by name: to choose from. */
    @Transactional(readOnly = true)
    public List<ModelEndpoint> list(Caller caller) {
        requireLead(caller);
        return endpoints.findAllByOrderByName();
    }

    /** The same page by page. */
    @Transactional(readOnly = true)
    public Page<ModelEndpoint> page(Caller caller, @Nullable String cursor, int size) {
        requireLead(caller);
        return Page.of(
                endpoints.page(Cursor.idOrStart(cursor), size + 1),
                size,
                endpoint -> endpoint.id().toString());
    }

    /** @throws AddressRefused for a private address that is not on the allow-list, among others */
    public ModelEndpoint add(Caller caller, EndpointForm form) {
        requireOwner(caller);
        var url = checked(form);
        requireFreeName(form.name(), null);
        var endpoint = new ModelEndpoint(UUID.randomUUID(), EndpointKind.OPENAI, caller.person(), now());
        endpoint.change(form.name(), url, form.slots(), now());
        sealKey(endpoint, form);
        audit.record(caller, "endpoint-added", form.name(), url.toString());
        return endpoints.saveAndFlush(endpoint);
    }

    /** @throws InvalidInput when the host changes and the key is not given anew: a key must not wander to another server */
    public ModelEndpoint edit(Caller caller, UUID id, EndpointForm form) {
        requireOwner(caller);
        var endpoint = get(id);
        requireServer(endpoint);
        var url = checked(form);
        requireFreeName(form.name(), id);
        requireKeyAnew(endpoint, url, form);
        endpoint.change(form.name(), url, form.slots(), now());
        sealKey(endpoint, form);
        audit.record(caller, "endpoint-changed", form.name(), url + (form.key() == null ? "" : ", with another key"));
        return endpoints.saveAndFlush(endpoint);
    }

    /** Asks the server now whether it is there, and which models it knows. Meanwhile no connection to the database is held. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Health health(Caller caller, UUID id) {
        requireLead(caller);
        var endpoint = get(id);
        return endpoint.kind() == EndpointKind.EMBEDDED
                ? new Health(true, "It runs in Paddock itself.")
                : HealthCheck.ask(address(id), credentials(id).orElse(null));
    }

    @Transactional(readOnly = true)
    ModelEndpoint get(UUID id) {
        return endpoints.findById(id).orElseThrow(() -> new NotFound("endpoint"));
    }

    @Transactional(readOnly = true)
    Optional<ModelEndpoint> server(String name) {
        return endpoints.findByName(name).filter(endpoint -> endpoint.kind() != EndpointKind.EMBEDDED);
    }

    /** The bearer key to send, for the adapter alone. */
    @Transactional(readOnly = true)
    Optional<String> credentials(UUID id) {
        var endpoint = get(id);
        return Optional.ofNullable(endpoint.sealedKey()).map(locked -> seal.open(locked, binding(id)));
    }

    /**
     * The address to call, looked up and checked at this moment: a name that was public yesterday may not be today.
     *
     * @throws AddressRefused when it must not be called
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    URI address(UUID id) {
        var endpoint = get(id);
        requireServer(endpoint);
        var url = Objects.requireNonNull(endpoint.baseUrl());
        rule.check(url);
        return url;
    }

    private URI checked(EndpointForm form) {
        var url = rule.parse(form.baseUrl());
        rule.check(url);
        return url;
    }

    private void sealKey(ModelEndpoint endpoint, EndpointForm form) {
        var key = form.key();
        if (key != null) {
            endpoint.seal(key.isEmpty() ? null : seal.seal(key, binding(endpoint.id())));
        }
    }

    private static String binding(UUID id) {
        return "endpoint " + id;
    }

    private static void requireKeyAnew(ModelEndpoint endpoint, URI url, EndpointForm form) {
        var old = Objects.requireNonNull(endpoint.baseUrl());
        boolean same = old.getScheme().equalsIgnoreCase(url.getScheme())
                && old.getHost().equalsIgnoreCase(url.getHost())
                && AddressRule.port(old) == AddressRule.port(url);
        if (!same && endpoint.hasKey() && form.key() == null) {
            throw new InvalidInput(
                    "key", "must be entered again when the server changes, so that it is not sent to another one");
        }
    }

    private void requireFreeName(String name, @Nullable UUID except) {
        var holder = endpoints.findByName(name);
        if (holder.isPresent() && !holder.get().id().equals(except)) {
            throw new Conflict("There is an endpoint called '" + name + "' already. Choose another name.");
        }
    }

    private static void requireServer(ModelEndpoint endpoint) {
        if (endpoint.kind() == EndpointKind.EMBEDDED) {
            throw new Conflict("The embedded model runs in Paddock itself: it has no address to change.");
        }
    }

    private static void requireOwner(Caller caller) {
        caller.require(Scope.ADMIN);
        if (!caller.isOwner()) {
            throw new NotAllowed("Only the owner adds and changes endpoints. Ask the owner of this installation.");
        }
    }

    static void requireLead(Caller caller) {
        caller.require(Scope.LEAD);
        if (!caller.mayLead()) {
            throw new NotAllowed("Only leads and the owner see and change models.");
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
