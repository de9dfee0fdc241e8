package dev.paddock.web.bestofk;

import dev.paddock.bestofk.export.BestSampleRecipe;
import dev.paddock.bestofk.export.BestSampleShape;
import dev.paddock.bestofk.export.BestSamples;
import dev.paddock.people.Caller;
import dev.paddock.shared.Words;
import dev.paddock.web.wire.JsonLinesBody;
import dev.paddock.web.wire.JsonLinesResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The best samples of a run as data to fine-tune on, in JSON Lines. */
@RestController
@Tag(name = "Data sets")
class BestSamplesApi {

    private final BestSamples bestSamples;

    BestSamplesApi(BestSamples bestSamples) {
        this.bestSamples = bestSamples;
    }

    @Operation(summary = "Streams the best samples of a best-of-K run, one JSON object a line.")
    @JsonLinesResponse(
            "Prompt by prompt, the best first. A stream that fails on the way breaks off without its last chunk.")
    @GetMapping("/api/best-of-k/{run}/best-samples")
    void bestSamples(
            Caller caller,
            @PathVariable UUID run,
            @Parameter(
                            description = "`messages`, or `prompt` and `completion`, and our columns.",
                            schema = @Schema(implementation = BestSampleShape.class, defaultValue = "chat"))
                    @RequestParam(defaultValue = "chat")
                    String format,
            @Parameter(description = "Only samples at this temperature; those at all of them where it is missing.")
                    @RequestParam(required = false)
                    @Nullable
                    Double temperature,
            @Parameter(description = "So many of each prompt, the best ones; of the same words the best alone.")
                    @RequestParam(defaultValue = "1")
                    int top,
            @Parameter(description = "Only rewards of at least this, 0 to 1.") @RequestParam(defaultValue = "0")
                    double least,
            HttpServletResponse response) {
        var shape = Words.require(BestSampleShape.class, "format", format);
        var recipe = new BestSampleRecipe(shape, temperature, top, least);
        var body = new JsonLinesBody(response, "best-samples-" + shape.word());
        body.fill(destination -> bestSamples.write(caller, run, recipe, destination));
    }
}
