package dev.paddock.web.bestofk;

import dev.paddock.bestofk.BestOfK;
import dev.paddock.bestofk.RankedSample;
import dev.paddock.bestofk.Sweeps;
import dev.paddock.bestofk.curves.Curve;
import dev.paddock.bestofk.curves.SweepRow;
import dev.paddock.people.Caller;
import dev.paddock.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Best-of-K runs, as JSON. */
@RestController
@RequestMapping("/api/best-of-k")
@Tag(name = "Best of K")
class BestOfKApi {

    private final BestOfK runs;
    private final Sweeps sweeps;

    BestOfKApi(BestOfK runs, Sweeps sweeps) {
        this.runs = runs;
        this.sweeps = sweeps;
    }

    /**
     * @param curves by temperature, the coolest first; without points where most prompts have no rank there
     * @param sweep by N, for some of them; empty where the temperatures share too few prompts
     */
    record Curves(List<Curve> curves, List<SweepRow> sweep) {}

    @Operation(
            summary = "Has K samples generated for each prompt of a campaign, and ranks them by reward.",
            description =
                    "At each of the temperatures. People who wait for answers of the same process come first. It goes on by itself where its process went away; nothing is generated twice.")
    @PostMapping
    ResponseEntity<RunRow> startRun(Caller caller, @RequestBody RunRequest request) {
        var run = runs.start(caller, request.wish());
        return ResponseEntity.created(URI.create("/api/best-of-k/" + run.id())).body(RunRow.of(run));
    }

    @Operation(summary = "Lists the best-of-K runs of the campaigns that you lead or review, newest first.")
    @GetMapping
    Page<RunRow> runs(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return runs.list(caller, cursor, Page.clamp(size)).map(RunRow::of);
    }

    @Operation(summary = "Says how far a best-of-K run has come.")
    @GetMapping("/{run}")
    RunRow run(Caller caller, @PathVariable UUID run) {
        return RunRow.of(runs.get(caller, run));
    }

    @Operation(
            summary = "Cancels a best-of-K run that waits or is under way.",
            description = "The samples that it has stay on record, without ranks.")
    @DeleteMapping("/{run}")
    RunRow cancelRun(Caller caller, @PathVariable UUID run) {
        return RunRow.of(runs.cancel(caller, run));
    }

    @Operation(
            summary = "Gives what the best of N samples is to be expected to be, for N from 1 to K and by temperature.",
            description =
                    "Expected maximum and median of N rewards out of the K, over all subsets; means over the prompts with standard errors, up to the largest N that at least half of the prompts with any reward have; no points where that half has none there. Empty answers count as a reward of 0. "
                            + "`sweep` compares the temperatures on the prompts that they share, without those that reach less than half as large an N as another: `behind` is a mean of differences prompt by prompt, "
                            + "and `best` is null unless each other one is behind by more than chance brings one time in twenty, over five prompts or more: "
                            + "by 2.78 standard errors over five prompts, 2.09 over twenty, as Student's t has it.")
    @GetMapping("/{run}/curves")
    Curves curves(Caller caller, @PathVariable UUID run) {
        return new Curves(runs.curves(caller, run), sweeps.of(caller, run));
    }

    @Operation(
            summary = "Lists the samples of a best-of-K run with their ranks.",
            description = "Prompt by prompt, temperature by temperature.")
    @GetMapping("/{run}/samples")
    Page<RankedSample> samples(
            Caller caller,
            @PathVariable UUID run,
            @Parameter(description = "Only those of at most this rank; all where it is missing.")
                    @RequestParam(required = false)
                    @Nullable
                    Integer top,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return runs.samples(caller, run, top, cursor, Page.clamp(size));
    }
}
