package dev.paddock.models;

import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.Cursor;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import dev.paddock.shared.Texts;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The model variants that campaigns draw from. */
@Service
@Transactional
public class Models {

    private final ModelVariantRepository variants;
    private final VariantRevisions revisions;
    private final Endpoints endpoints;
    private final Audit audit;
    private final Clock clock;

    Models(ModelVariantRepository variants, VariantRevisions revisions, Endpoints endpoints, Audit audit, Clock clock) {
        this.variants = variants;
        this.revisions = revisions;
        this.endpoints = endpoints;
        this.audit = audit;
        this.clock = clock;
    }

    /** All there are, by name: to choose from. */
    @Transactional(readOnly = true)
    public List<ModelVariant> list(Caller caller) {
        Endpoints.requireLead(caller);
        return variants.findAllByOrderByName();
    }

    /** The same page by page. */
    @Transactional(readOnly = true)
    public Page<ModelVariant> page(Caller caller, @Nullable String cursor, int size) {
        Endpoints.requireLead(caller);
        return Page.of(
                variants.page(Cursor.idOrStart(cursor), size + 1),
                size,
                variant -> variant.id().toString());
    }

    public ModelVariant add(Caller caller, VariantForm form) {
        Endpoints.requireLead(caller);
        requireKnownEndpoint(form);
        requireFreeName(form.name(), null);
        var variant = new ModelVariant(UUID.randomUUID(), form, caller.person(), clock.instant());
        audit.record(caller, "variant-added", form.name(), form.model());
        return saved(caller, variant);
    }

    /** Whether they may edit it and switch it on and off: what others' campaigns draw from is not theirs to change. */
    public boolean mayChange(Caller caller, ModelVariant variant) {
        return caller.isOwner() || (caller.mayLead() && caller.person().equals(variant.createdBy()));
    }

    /**
     * @param revision the one the change was made from
     * @throws Conflict when someone else has changed it since
     */
    public ModelVariant edit(Caller caller, UUID id, int revision, VariantForm form) {
        var variant = toChange(caller, id);
        if (variant.revision() != revision) {
            throw new Conflict("Someone has changed this variant meanwhile (revision " + variant.revision()
                    + "). Load it and change that one.");
        }
        requireKnownEndpoint(form);
        requireFreeName(form.name(), id);
        variant.change(form, clock.instant());
        audit.record(caller, "variant-changed", form.name(), "revision " + variant.revision());
        return saved(caller, variant);
    }

    /** A variant that is off answers nothing new; what it said stays. */
    public ModelVariant enable(Caller caller, UUID id, boolean yes) {
        var variant = toChange(caller, id);
        if (variant.enabled() == yes) {
            return variant;
        }
        variant.enable(yes, clock.instant());
        audit.record(
                caller,
                yes ? "variant-switched-on" : "variant-switched-off",
                variant.name(),
                "revision " + variant.revision());
        return saved(caller, variant);
    }

    private ModelVariant toChange(Caller caller, UUID id) {
        Endpoints.requireLead(caller);
        var variant = variants.locked(id).orElseThrow(() -> new NotFound("model variant"));
        if (!mayChange(caller, variant)) {
            throw new NotAllowed("Only the owner and whoever made this variant change it. Add one of your own.");
        }
        return variant;
    }

    private ModelVariant saved(Caller caller, ModelVariant variant) {
        var saved = variants.saveAndFlush(variant);
        revisions.record(saved.id(), caller.person());
        return saved;
    }

    @Transactional(readOnly = true)
    public ModelVariant variant(UUID id) {
        return variants.findById(id).orElseThrow(() -> new NotFound("model variant"));
    }

    /** In the order of their names, also those that are off. */
    @Transactional(readOnly = true)
    public List<ModelVariant> variantsOf(Collection<UUID> ids) {
        return variants.findAllByIdInOrderByName(ids);
    }

    /**
     * @param field where the names were given
     * @throws InvalidInput naming those that do not exist
     */
    @Transactional(readOnly = true)
    public List<ModelVariant> named(String field, Collection<String> names) {
        // What came in as JSON may hold a null, whatever the type says.
        names.stream().filter(Objects::nonNull).forEach(name -> Texts.require(field, name));
        var found = variants.findAllByNameIn(names);
        var known = found.stream().map(ModelVariant::name).toList();
        var unknown = names.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInput(field, "names no model variant there is: " + String.join(", ", unknown));
        }
        return found;
    }

    @Transactional(readOnly = true)
    public ModelEndpoint endpoint(UUID id) {
        return endpoints.get(id);
    }

    /** A server by the name that the owner gave it. */
    @Transactional(readOnly = true)
    public Optional<ModelEndpoint> server(String name) {
        return endpoints.server(name);
    }

    /** The bearer key to send, for the adapter alone; empty where the server wants none. */
    @Transactional(readOnly = true)
    public Optional<String> credentials(UUID endpoint) {
        return endpoints.credentials(endpoint);
    }

    /**
     * The address to call, looked up and checked at this moment: a name that was public yesterday may not be today. Follow no redirect.
     *
     * @throws AddressRefused when it must not be called
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public URI address(UUID endpoint) {
        return endpoints.address(endpoint);
    }

    private void requireKnownEndpoint(VariantForm form) {
        try {
            endpoints.get(form.endpoint());
        } catch (NotFound none) {
            throw new InvalidInput("endpoint", "is not one of this installation's endpoints");
        }
    }

    private void requireFreeName(String name, @Nullable UUID except) {
        var holder = variants.findByName(name);
        if (holder.isPresent() && !holder.get().id().equals(except)) {
            throw new Conflict("There is a variant called '" + name + "' already. Choose another name.");
        }
    }
}
