package dev.paddock.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates in a real browser, with made-up contents: accessible, quiet, no wider than a phone, usable by keyboard. */
class LookTest extends ShowroomTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parts",
                "errors",
                "404",
                "500",
                "list",
                "done",
                "lost",
                "correction?rated",
                "work/awaiting-message",
                "work/awaiting-message?opening&safety",
                "work/ready",
                "work/ready?safety&rated&trouble=Something%20is%20missing.",
                "work/failed",
                "work/ready?missed&sheet=skip&trouble=The%20reason%20is%20missing.",
                "work/failed?opening",
                "work/ended",
                "work/ended?unsent"
            })
    void everyPageIsAccessibleQuietAndFits(String path) {
        page.navigate(address + path);
        chromium.assertFits(page);
        chromium.assertAccessible(page);

        var phone = chromium.page(chromium.person(360, 740, ColorScheme.DARK));
        phone.navigate(address + path);
        chromium.assertFits(phone);
        chromium.assertAccessible(phone);
        phone.context().close();
    }

    @Test
    void nothingIsChosenBeforeAKeyChoosesIt() {
        page.navigate(address + "work/ready");
        assertThat(page.locator("[name=choice]:checked")).hasCount(0);

        page.keyboard().press("7");

        assertThat(page.locator("[name=choice]:checked")).hasValue("right:better");
        chromium.assertQuiet();
    }

    @Test
    void digitsBelongToTheRatingThatHasTheFocus() {
        page.navigate(address + "work/ready?safety&rated");
        page.keyboard().press("3");
        page.keyboard().press("r");
        page.keyboard().press("4");

        assertThat(page.locator("[name=leftHelpfulness]:checked")).hasValue("4");
        assertThat(page.locator("[name=choice]:checked")).hasValue("left:slightly-better");
    }

    @Test
    void theImpossibleSafetyAnswerSaysWhyAndStopsTheForm() {
        page.navigate(address + "work/ready?safety");
        page.keyboard().press("1");
        page.keyboard().press("o");
        assertThat(page.getByText("This cannot be saved")).isVisible();

        page.keyboard().press("Enter");

        assertThat(page.locator("#judgement :invalid")).not().hasCount(0);
    }

    @Test
    void keysRestWhileWritingAndTheDraftComesBackAfterAReload() {
        page.navigate(address + "work/ready");
        page.keyboard().press("2");
        page.keyboard().press("n");
        page.keyboard().type("8 is too strong, see line 1");
        page.reload();

        assertThat(page.locator("[name=choice]:checked")).hasValue("left:better");
        assertThat(page.locator("#note-text")).hasValue("8 is too strong, see line 1");
        assertThat(page.locator("[data-lease-left]")).containsText(":");
    }

    @Test
    void bothAnswersStreamAndThenStandAsHtmlAndCanBeSaved() {
        page.navigate(address + "work/generating");
        assertThat(page.locator("[data-side=left]")).containsText("Of course");
        assertThat(page.locator("[data-side=right]")).containsText("You can leave out");
        assertThat(page.getByText("Save and go on")).isDisabled();
        page.keyboard().press("6");

        assertThat(page.locator(".answer--left strong")).hasText("yoghurt");
        assertThat(page.locator("#announce")).hasText("Both answers are there.");
        assertThat(page.getByText("Save and go on")).isEnabled();
        assertThat(page.locator("[name=choice]:checked")).hasValue("right:slightly-better");
        chromium.assertQuiet();
    }

    @Test
    void theSheetListsTheKeysOfThePage() {
        page.navigate(address + "work/ready?safety");
        page.keyboard().press("?");

        assertThat(page.locator("#keys")).containsText("Both are unsafe");
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).not().isVisible();
    }

    @Test
    void theGuidelineStaysOpenWhileChoosing() {
        page.navigate(address + "work/ready");
        page.keyboard().press("g");
        page.keyboard().press("1");

        assertThat(page.locator("#guideline")).isVisible();
        assertThat(page.locator("[name=choice]:checked")).hasValue("left:significantly-better");
        page.keyboard().press("g");
        assertThat(page.locator("#guideline")).not().isVisible();
    }

    @Test
    void itCanBeReadAndSentWithoutScripts() {
        var plain = chromium.page(chromium.plain());
        plain.navigate(address + "work/ready");

        assertThat(plain.getByText("Save and go on")).isEnabled();
        assertThat(plain.locator(".answer--left strong")).hasText("yoghurt");
        plain.context().close();
    }

    @Test
    void darkIsAsThePersonSetIt() {
        page.navigate(address + "parts");
        page.locator(".me").click();
        page.getByText("Dark", new Page.GetByTextOptions().setExact(true)).click();
        page.reload();

        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }
}
