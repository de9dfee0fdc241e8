package dev.paddock.web.openapi;

import dev.paddock.shared.Page;
import dev.paddock.web.errors.ProblemBody;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What every operation has: the way it refuses, and the parameters of lists. */
@Component
class CommonParts implements GlobalOpenApiCustomizer {

    private static final String PROBLEM = "#/components/schemas/Problem";

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(ProblemBody.class))
                .referencedSchemas
                .forEach(api.getComponents()::addSchemas);
        api.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(java.util.List::stream)
                .forEach(CommonParts::complete);
    }

    private static void complete(Operation operation) {
        operation.getResponses().addApiResponse("default", refusal());
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(CommonParts::describe);
        }
    }

    private static ApiResponse refusal() {
        return new ApiResponse()
                .description("Refused; `detail` says why and what to do.")
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref(PROBLEM))));
    }

    private static void describe(Parameter parameter) {
        switch (parameter.getName()) {
            case "cursor" -> parameter.description("The `next` of the page before; the first page needs none.");
            case "size" -> {
                parameter.description("How many rows a page has.");
                parameter.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Page.LARGEST_SIZE));
            }
            case "Idempotency-Key" ->
                parameter.description(
                        "A name of your own for this answer, up to 200 characters. Sent again with the same answer"
                                + " it gives the same receipt; with another answer it is refused. Without it every attempt counts"
                                + " as an answer of its own.");
            default -> {}
        }
    }
}
