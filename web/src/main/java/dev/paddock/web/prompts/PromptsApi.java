package dev.paddock.web.prompts;

import dev.paddock.people.Caller;
import dev.paddock.prompts.ImportOptions;
import dev.paddock.prompts.ImportReport;
import dev.paddock.prompts.Prompt;
import dev.paddock.prompts.Prompts;
import dev.paddock.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/campaigns/{id}/prompts")
@Tag(name = "Prompts")
class PromptsApi {

    private final Prompts prompts;

    PromptsApi(Prompts prompts) {
        this.prompts = prompts;
    }

    @Operation(
            summary = "Imports prompts from a file, as it arrives.",
            description =
                    "What can be taken is kept, whatever becomes of the rest; sending it again adds nothing twice.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        array = @ArraySchema(schema = @Schema(implementation = PromptRecord.class))),
                                @Content(
                                        mediaType = MediaTypes.JSONL,
                                        schema = @Schema(implementation = PromptRecord.class)),
                                @Content(
                                        mediaType = MediaTypes.NDJSON,
                                        schema = @Schema(implementation = PromptRecord.class)),
                                @Content(
                                        mediaType = MediaTypes.CSV,
                                        schema = @Schema(type = "string"),
                                        examples =
                                                @ExampleObject(
                                                        "text,source,language\nWhy is the sea salty?,primer,en\n"))
                            }))
    @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, MediaTypes.JSONL, MediaTypes.NDJSON, MediaTypes.CSV})
    ImportReport add(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false)
                    @Parameter(description = "the field or column that holds the prompt")
                    @Nullable
                    String column,
            @RequestParam(defaultValue = "") @Parameter(description = "the source of records that name none")
                    String source,
            HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        return prompts.importAll(
                caller, id, request.getInputStream(), new ImportOptions(MediaTypes.format(request), column, source));
    }

    @Operation(summary = "Lists the prompts of a campaign.", description = "Oldest first.")
    @GetMapping
    Page<Prompt> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return prompts.list(caller, id, cursor, Page.clamp(size));
    }
}
