package dev.paddock.web.prompts;

import dev.paddock.annotations.Degree;
import dev.paddock.annotations.ImportedComparisons;
import dev.paddock.people.Caller;
import dev.paddock.prompts.ImportReport;
import dev.paddock.shared.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Data sets")
class ImportedComparisonsApi {

    private final ImportedComparisons comparisons;

    ImportedComparisonsApi(ImportedComparisons comparisons) {
        this.comparisons = comparisons;
    }

    @Operation(
            summary = "Imports pairs that were judged elsewhere, as comparisons of the caller's.",
            description =
                    "What can be taken is kept, whatever becomes of the rest; sending it again adds nothing twice, and changes nothing.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        array =
                                                @ArraySchema(
                                                        schema = @Schema(implementation = JudgedPairRecord.class))),
                                @Content(
                                        mediaType = MediaTypes.JSONL,
                                        schema = @Schema(implementation = JudgedPairRecord.class)),
                                @Content(
                                        mediaType = MediaTypes.NDJSON,
                                        schema = @Schema(implementation = JudgedPairRecord.class))
                            }))
    @PostMapping(
            path = "/api/campaigns/{id}/comparisons",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaTypes.JSONL, MediaTypes.NDJSON})
    ImportReport add(
            Caller caller,
            @PathVariable UUID id,
            @Parameter(
                            description = "The degree of lines that name none; without it they are refused.",
                            schema = @Schema(implementation = Degree.class))
                    @RequestParam(required = false)
                    @Nullable
                    String degree,
            HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        var ofAll = degree == null ? null : Words.require(Degree.class, "degree", degree);
        return comparisons.importAll(caller, id, request.getInputStream(), MediaTypes.format(request), ofAll);
    }
}
