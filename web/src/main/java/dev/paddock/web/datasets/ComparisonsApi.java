package dev.paddock.web.datasets;

import dev.paddock.datasets.Exports;
import dev.paddock.datasets.Margin;
import dev.paddock.datasets.Recipe;
import dev.paddock.datasets.Shape;
import dev.paddock.people.Caller;
import dev.paddock.web.wire.JsonLinesBody;
import dev.paddock.web.wire.JsonLinesResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The export of a campaign's comparisons, as JSON Lines. */
@RestController
@Tag(name = "Data sets")
class ComparisonsApi {

    private final Exports exports;

    ComparisonsApi(Exports exports) {
        this.exports = exports;
    }

    /**
     * Streams all comparisons that stand, one JSON object a line. {@code Paddock-Rows} says beforehand how many there are; a stream that
     * fails on the way is cut off without its last chunk, so that every HTTP client reports it.
     */
    @Operation(summary = "Streams all comparisons that stand, one JSON object a line.")
    @JsonLinesResponse(
            "Oldest first. A stream that fails on the way breaks off without its last chunk; go on with `after`.")
    @GetMapping("/api/campaigns/{id}/comparisons")
    void export(
            Caller caller,
            @PathVariable UUID id,
            @Parameter(
                            description =
                                    "TRL's conversational preference with our columns, or Anthropic's two strings.",
                            schema = @Schema(implementation = Shape.class, defaultValue = "trl"))
                    @RequestParam(defaultValue = "trl")
                    String format,
            @Parameter(
                            description =
                                    "Whether every trl row gets a margin from its degree: small is 1, 2/3, 1/3, 0 and large 3, 2, 1, 0.",
                            schema = @Schema(implementation = Margin.class, defaultValue = "none"))
                    @RequestParam(defaultValue = "none")
                    String margin,
            @Parameter(description = "The number of the last row that came through, to go on from there.")
                    @RequestParam(defaultValue = "0")
                    long after,
            HttpServletResponse response) {
        var recipe = new Recipe(Shape.of(format), Margin.of(margin), after);
        var body = new JsonLinesBody(response, "comparisons-" + recipe.shape().word());
        body.fill(destination -> exports.write(caller, id, recipe, destination));
    }
}
