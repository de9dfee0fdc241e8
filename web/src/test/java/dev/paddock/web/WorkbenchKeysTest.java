package dev.paddock.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** The workbench by keyboard: where the focus goes, which keys there are, how to be rid of them. */
class WorkbenchKeysTest extends ShowroomTest {

    @Test
    void theGuidelineTakesTheFocusAndEscapeGivesItBack() {
        page.navigate(address + "work/ready");
        page.locator("#answer-left").focus();

        page.keyboard().press("g");
        assertThat(page.locator("#guideline")).isFocused();

        page.keyboard().press("Escape");
        assertThat(page.locator("#guideline")).not().isVisible();
        assertThat(page.locator("#answer-left")).isFocused();
    }

    @Test
    void keysOfOneCharacterCanBeSwitchedOff() {
        page.navigate(address + "work/ready");
        page.keyboard().press("?");
        page.getByLabel("Keys of one character").uncheck();
        page.reload();

        page.keyboard().press("7");
        page.keyboard().press("g");
        page.keyboard().press("?");

        assertThat(page.locator("[name=choice]:checked")).hasCount(0);
        assertThat(page.locator("#guideline")).not().isVisible();
        assertThat(page.locator("#keys")).not().isVisible();
        page.locator("[data-keys-open]").click();
        assertThat(page.getByLabel("Keys of one character")).not().isChecked();
    }

    @Test
    void digitsWorkWhereTheKeyboardHasThemBehindTheShiftKey() {
        page.navigate(address + "work/ready");
        page.evaluate("""
                () => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "&", code: "Digit1", bubbles: true }))
                """);

        assertThat(page.locator("[name=choice]:checked")).hasValue("left:significantly-better");
    }

    @Test
    void aRefusedReasonStandsInItsSheetAgain() {
        page.navigate(address + "work/ready?sheet=skip&reason=Too%20long&trouble=The%20reason%20is%20too%20long.");

        assertThat(page.locator("#skip")).isVisible();
        assertThat(page.locator("#skip")).containsText("The reason is too long.");
        assertThat(page.locator("#skip-reason")).hasValue("Too long");
        assertThat(page.locator("#skip-reason")).isFocused();
        assertThat(page.locator("#flag-reason")).hasValue("");
    }

    @Test
    void aRefusedMessageKeepsWhatItWasLabelled() {
        page.navigate(address + "work/awaiting-message?opening&safety&riskCategory=illicit-and-criminal");

        assertThat(page.locator("#risk")).hasValue("illicit-and-criminal");
        assertThat(page.locator("#attack")).hasValue("");
    }

    @Test
    void whatIsWrongWithAFormHasTheFocusWhenThePageIsThere() {
        page.navigate(address + "errors");
        assertThat(page.locator(".errors")).isFocused();

        page.navigate(address + "work/ready?trouble=Something%20is%20missing.");
        assertThat(page.locator("#trouble")).isFocused();
        assertThat(page.locator("#trouble")).isInViewport();

        // Who was writing goes on writing.
        page.navigate(address + "work/awaiting-message?trouble=Something%20is%20missing.");
        assertThat(page.locator("#message")).isFocused();
    }

    @Test
    void aPairThatFailedCanBeWrittenAgainFlaggedOrLeftButNotJudged() {
        page.navigate(address + "work/failed");

        assertThat(page.getByText("End the conversation here")).isVisible();
        assertThat(page.locator(".dock")).hasCount(0);
        page.keyboard().press("f");
        assertThat(page.locator("#flag")).isVisible();
    }
}
