package dev.paddock.web.prompts;

import dev.paddock.people.Caller;
import dev.paddock.prompts.ImportReport;
import dev.paddock.samples.Pairs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Prompts")
class PairsApi {

    private final Pairs pairs;

    PairsApi(Pairs pairs) {
        this.pairs = pairs;
    }

    @Operation(
            summary = "Imports prepared pairs: a conversation and two responses made elsewhere.",
            description =
                    "What can be taken is kept, whatever becomes of the rest; sending it again adds nothing twice.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        array = @ArraySchema(schema = @Schema(implementation = PairRecord.class))),
                                @Content(
                                        mediaType = MediaTypes.JSONL,
                                        schema = @Schema(implementation = PairRecord.class)),
                                @Content(
                                        mediaType = MediaTypes.NDJSON,
                                        schema = @Schema(implementation = PairRecord.class))
                            }))
    @PostMapping(
            path = "/api/campaigns/{id}/pairs",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaTypes.JSONL, MediaTypes.NDJSON})
    ImportReport add(Caller caller, @PathVariable UUID id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        return pairs.importAll(caller, id, request.getInputStream(), MediaTypes.format(request));
    }
}
