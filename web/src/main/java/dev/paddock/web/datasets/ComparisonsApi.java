package dev.paddock.web.datasets;

import dev.paddock.datasets.Exports;
import dev.paddock.datasets.Margin;
import dev.paddock.datasets.Recipe;
import dev.paddock.datasets.Shape;
import dev.paddock.people.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The export of a campaign's comparisons, as JSON Lines. */
@RestController
class ComparisonsApi {

    private final Exports exports;

    ComparisonsApi(Exports exports) {
        this.exports = exports;
    }

    /**
     * Streams all comparisons that stand, one JSON object a line. {@code Paddock-Rows} says beforehand how many there are; a stream that
     * fails on the way is cut off without its last chunk, so that every HTTP client reports it.
     *
     * @param format trl (conversational preference with our columns) or hh (Anthropic's two strings)
     * @param margin small (1, 2/3, 1/3, 0), large (3, 2, 1, 0) or none: whether every trl row gets a margin from its degree
     * @param after the number of the last row that came through, to go on from there
     */
    @GetMapping("/api/campaigns/{id}/comparisons")
    void export(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "trl") String format,
            @RequestParam(defaultValue = "none") String margin,
            @RequestParam(defaultValue = "0") long after,
            HttpServletResponse response) {
        var recipe = new Recipe(Shape.of(format), Margin.of(margin), after);
        var body = new JsonLinesBody(response, "comparisons-" + recipe.shape().word() + ".jsonl");
        body.fill(destination -> exports.write(caller, id, recipe, destination));
    }
}
