package dev.paddock.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page with real contents, on a desk in the light and on a phone in the dark: axe finds nothing and nothing sticks out. */
class EveryPageTest {

    private final SoftAssertions found = new SoftAssertions();

    @Test
    void isAccessibleQuietAndFits(@TempDir Path folder) throws IOException {
        try (var paddock = new PaddockProcess(folder.resolve("data"), true).awaitHealth();
                var chromium = new Chromium()) {
            var tour = new Tour(paddock);
            walk(chromium, chromium.person(1280, 800, ColorScheme.LIGHT), tour, tour.ofNobody());
            walk(chromium, tour.owner(chromium), tour, tour.ofTheOwner());
            var ada = tour.ada(chromium);
            walk(chromium, ada, tour, tour.ofAda(chromium.page(ada)));
        }
        found.assertAll();
    }

    private void walk(Chromium chromium, BrowserContext person, Tour tour, List<Tour.Stop> stops) {
        var page = chromium.page(person);
        for (var stop : stops) {
            page.navigate(tour.address(stop));
            look(chromium, page, stop, 1280, ColorScheme.LIGHT);
            look(chromium, page, stop, 360, ColorScheme.DARK);
        }
    }

    private void look(Chromium chromium, Page page, Tour.Stop stop, int width, ColorScheme scheme) {
        page.setViewportSize(width, 800);
        // Without motion colours change at once, not by and by.
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        found.assertThatCode(() -> {
                    chromium.assertFits(page);
                    chromium.assertAccessible(page);
                })
                .as(stop.name() + ", " + width + " wide, " + scheme)
                .doesNotThrowAnyException();
    }
}
