package dev.paddock.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Takes the pictures in docs/ from a running Paddock; bin/screenshots calls it. Argument: the folder to put them in. */
final class Screenshots {

    private static final Set<String> SHOWN = Set.of("campaign", "conversation", "prompts", "models", "reward-models");

    private final Path folder;
    private final Chromium chromium;
    private final Tour tour;

    private Screenshots(Path folder, Chromium chromium, Tour tour) {
        this.folder = folder;
        this.chromium = chromium;
        this.tour = tour;
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var data = Files.createTempDirectory("paddock-screenshots");
        try (var paddock = new PaddockProcess(data.resolve("data"), true).awaitHealth();
                var chromium = new Chromium()) {
            new Screenshots(folder, chromium, new Tour(paddock)).take();
        }
    }

    private void take() throws IOException {
        takeAll(tour.owner(chromium), tour.ofTheOwner());
        var ada = tour.ada(chromium);
        var stops = tour.ofAda(chromium.page(ada));
        takeWorkbench(
                ada,
                stops.stream()
                        .filter(stop -> stop.name().equals("workbench"))
                        .findFirst()
                        .orElseThrow());
    }

    private void takeAll(BrowserContext person, List<Tour.Stop> stops) {
        var page = chromium.page(person);
        for (var stop : stops) {
            if (SHOWN.contains(stop.name())) {
                page.navigate(tour.address(stop));
                shoot(page, stop.name(), 1280, 800, ColorScheme.LIGHT);
            }
        }
        page.close();
    }

    /** The screen that people look at for hours: by day, by night, and on a phone. */
    private void takeWorkbench(BrowserContext ada, Tour.Stop workbench) {
        var page = chromium.page(ada);
        page.navigate(tour.address(workbench));
        page.keyboard().press("2");
        shoot(page, "workbench", 1280, 900, ColorScheme.LIGHT);
        shoot(page, "workbench-dark", 1280, 900, ColorScheme.DARK);
        shoot(page, "workbench-phone", 390, 844, ColorScheme.LIGHT);
    }

    private void shoot(Page page, String name, int width, int height, ColorScheme scheme) {
        page.setViewportSize(width, height);
        // Without motion colours change at once, not by and by.
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }
}
