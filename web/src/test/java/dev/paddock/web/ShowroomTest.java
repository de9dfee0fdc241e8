package dev.paddock.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.paddock.e2e.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ConfigurableApplicationContext;

/** A visit to the showroom with a real browser. */
abstract class ShowroomTest {

    static ConfigurableApplicationContext showroom;
    static Chromium chromium;
    static String address;

    Page page;

    @BeforeAll
    static void open() {
        showroom = Showroom.open(0);
        address = "http://localhost:" + showroom.getEnvironment().getProperty("local.server.port") + "/showroom/";
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        showroom.close();
    }

    @BeforeEach
    void desk() {
        page = chromium.page(chromium.person(1280, 800, ColorScheme.LIGHT));
    }

    @AfterEach
    void leave() {
        page.context().close();
    }
}
