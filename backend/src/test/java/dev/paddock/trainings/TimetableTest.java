package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.datasets.Margin;
import dev.paddock.shared.InvalidInput;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final Instant LAST_OF_JANUARY = Instant.parse("2027-01-31T03:00:00Z");
    private static final Timetable MONTHLY = Timetable.beginning(Rhythm.MONTHLY, LAST_OF_JANUARY);

    private static @Nullable Timetable saved(
            @Nullable Rhythm rhythm, @Nullable String first, @Nullable Timetable former, String now) {
        var wish = new PlanWish(20, rhythm, first == null ? null : Instant.parse(first), Margin.NONE);
        return wish.timetable(former, Instant.parse(now));
    }

    @Test
    void theLastOfAMonthStaysTheLast() {
        var february = MONTHLY.after(LAST_OF_JANUARY);
        assertThat(february.next()).isEqualTo("2027-02-28T03:00:00Z");
        assertThat(february.after(february.next()).next()).isEqualTo("2027-03-31T03:00:00Z");
    }

    @Test
    void turnsThatPassedAreLeftOut() {
        assertThat(MONTHLY.after(Instant.parse("2027-06-05T00:00:00Z")).next()).isEqualTo("2027-06-30T03:00:00Z");
    }

    @Test
    void savingThePlanAsItIsLeavesTheClockAsItIs() {
        var february = MONTHLY.after(LAST_OF_JANUARY);

        assertThat(saved(Rhythm.MONTHLY, "2027-02-28T03:00:00Z", february, "2027-02-10T12:00:00Z"))
                .isEqualTo(february);
        assertThat(saved(Rhythm.MONTHLY, null, february, "2027-02-10T12:00:00Z"))
                .isEqualTo(february);
        assertThat(saved(Rhythm.MONTHLY, "2027-01-31T03:00:00Z", february, "2027-02-10T12:00:00Z"))
                .as("a page that was open while the turn passed")
                .isEqualTo(february);
    }

    @Test
    void anotherTimeOrRhythmBeginsAnew() {
        assertThat(saved(Rhythm.MONTHLY, "2027-02-05T04:00:30Z", MONTHLY, "2027-02-01T00:00:00Z"))
                .isEqualTo(Timetable.beginning(Rhythm.MONTHLY, Instant.parse("2027-02-05T04:00:00Z")));
        assertThat(saved(Rhythm.DAILY, null, MONTHLY, "2027-02-01T10:20:30Z"))
                .isEqualTo(new Timetable(
                        Rhythm.DAILY, Instant.parse("2027-02-01T10:20:00Z"), Instant.parse("2027-02-02T10:20:00Z")));
        assertThat(saved(Rhythm.MONTHLY, "2027-04-30T03:00:00Z", MONTHLY, "2027-02-01T00:00:00Z"))
                .as("some turns left out, the others as they were")
                .isEqualTo(MONTHLY.goingOnAt(Instant.parse("2027-04-30T03:00:00Z")));
    }

    @Test
    void theClockIsSwitchedOffButATimeWithoutARhythmIsRefused() {
        assertThat(saved(null, "2027-01-31T03:00:00Z", MONTHLY, "2027-01-01T00:00:00Z"))
                .isNull();
        assertThatThrownBy(() -> saved(null, "2027-02-05T03:00:00Z", MONTHLY, "2027-01-01T00:00:00Z"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("rhythm");
        assertThatThrownBy(() -> saved(null, "2027-02-05T03:00:00Z", null, "2027-01-01T00:00:00Z"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> saved(Rhythm.DAILY, "2026-12-05T03:00:00Z", null, "2027-01-01T00:00:00Z"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("ahead");
        assertThatThrownBy(() -> saved(Rhythm.MONTHLY, "+999999999-12-31T03:00:00Z", MONTHLY, "2027-01-01T00:00:00Z"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("within a year");
    }
}
