package dev.paddock.web.models;

import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.people.Caller;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
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
@RequestMapping("/api/models/variants")
@Tag(name = "Models")
class VariantsApi {

    record VariantView(
            UUID id,
            String name,
            UUID endpoint,
            String model,
            String systemPrompt,
            double temperatureMin,
            double temperatureMax,
            double topP,
            int maxTokens,
            int contextTokens,
            List<String> stop,
            String iteration,
            String promptFormat,
            boolean enabled,
            int revision) {

        static VariantView of(ModelVariant variant) {
            return new VariantView(
                    variant.id(),
                    variant.name(),
                    variant.endpointId(),
                    variant.model(),
                    variant.systemPrompt(),
                    variant.temperatureMin(),
                    variant.temperatureMax(),
                    variant.topP(),
                    variant.maxTokens(),
                    variant.contextTokens(),
                    variant.stop(),
                    variant.iteration(),
                    variant.promptFormat(),
                    variant.enabled(),
                    variant.revision());
        }
    }

    private final Models models;

    VariantsApi(Models models) {
        this.models = models;
    }

    @Operation(summary = "Lists the model variants.")
    @GetMapping
    Page<VariantView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return models.page(caller, cursor, Page.clamp(size)).map(VariantView::of);
    }

    @Operation(summary = "Adds a model variant.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<VariantView> add(Caller caller, @RequestBody VariantBody body) {
        var made = models.add(caller, body.toNew());
        return ResponseEntity.created(URI.create("/api/models/variants/" + made.id()))
                .body(VariantView.of(made));
    }

    @Operation(
            summary = "Changes a model variant; what is left out stays as it is.",
            description =
                    "For the owner and whoever added it. With `enabled` alone it is switched on or off; anything else needs the `revision` that was read.")
    @PatchMapping("/{id}")
    VariantView edit(Caller caller, @PathVariable UUID id, @RequestBody VariantBody body) {
        var old = models.list(caller).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("model variant"));
        boolean changes = !body.over(old).equals(VariantBody.of(old));
        var edited = changes ? models.edit(caller, id, revision(body), body.over(old)) : old;
        return VariantView.of(body.enabled() == null ? edited : models.enable(caller, id, body.enabled()));
    }

    private static int revision(VariantBody body) {
        if (body.revision() == null) {
            throw new InvalidInput(
                    "revision", "is missing: send the revision that you read, so that nobody's change is overwritten");
        }
        return body.revision();
    }
}
