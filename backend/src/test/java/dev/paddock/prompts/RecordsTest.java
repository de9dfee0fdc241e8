package dev.paddock.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.shared.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RecordsTest {

    private final List<String> records = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void goesOnAfterABrokenLine() {
        read(Format.JSONL, "{\"text\":\"a\"}\n{\"text\":\n\n{\"text\":\"b\"} trailing\n{\"text\":\"c\"}");

        assertThat(records).containsExactly("1 {\"text\":\"a\"}", "5 {\"text\":\"c\"}");
        assertThat(faults).hasSize(2).allMatch(fault -> fault.contains("is not JSON"));
    }

    @Test
    void refusesTheSameFieldTwice() {
        read(Format.JSONL, "{\"text\":\"a\",\"text\":\"b\"}");

        assertThat(faults).hasSize(1);
    }

    @Test
    void takesWindowsLineEndsAMarkAtTheBeginningAndLineSeparatorsInsideText() {
        read(Format.JSONL, "\ufeff{\"text\":\"a\u2028b\"}\r\n{\"text\":\"c\"}\r\n");

        assertThat(records).containsExactly("1 {\"text\":\"a\u2028b\"}", "2 {\"text\":\"c\"}");
    }

    @Test
    void namesTheLineThatIsNotUtf8AndReadsTheOthers() {
        var latin = "{\"text\":\"caf\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        read(Format.JSONL, new SequenceInputStream(bytes("{\"text\":\"a\"}\n"), new ByteArrayInputStream(latin)));

        assertThat(records).hasSize(1);
        assertThat(faults).containsExactly("2 is not UTF-8. Save the file as UTF-8");
    }

    @Test
    void namesTheLineThatIsTooLongWithoutKeepingIt() {
        read(Format.JSONL, "\"" + "x".repeat(2 << 20) + "\"\n{\"text\":\"a\"}");

        assertThat(faults).containsExactly("1 is longer than 1 MB");
        assertThat(records).containsExactly("2 {\"text\":\"a\"}");
    }

    @Test
    void stopsWithAWordAfterSixtyFourMegabytes() {
        read(Format.JSONL, endless("{\"text\":\"again and again\"}\n"));

        assertThat(faults).singleElement().asString().contains("gets longer than 64 MB");
        assertThat(records).hasSizeGreaterThan(2_000_000);
    }

    @Test
    void stopsAnEndlessListToo() {
        read(Format.JSON, new SequenceInputStream(bytes("["), endless("{\"text\":\"again and again\"},\n")));

        assertThat(faults).singleElement().asString().contains("gets longer than 64 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void refusesOtherEncodingsWithWhatToDo(String charset) {
        var file = new ByteArrayInputStream("{\"text\":\"a\"}".getBytes(Charset.forName(charset)));

        assertThatThrownBy(() -> read(Format.JSONL, file))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Save it as UTF-8");
    }

    @Test
    void refusesASpreadsheetAsAWhole() {
        var file = new ByteArrayInputStream(new byte[] {'P', 'K', 3, 4, 20, 0});

        assertThatThrownBy(() -> read(Format.CSV, file)).hasMessageContaining("CSV UTF-8");
    }

    @Test
    void readsAListASequenceAndASingleObject() {
        read(Format.JSON, "[{\"text\":\"a\"},\n{\"text\":\"b\"}]");
        read(Format.JSON, "{\"text\":\"c\"}\n{\"text\":\"d\"}");
        read(Format.JSON, "\"e\"");

        assertThat(records)
                .containsExactly(
                        "1 {\"text\":\"a\"}",
                        "2 {\"text\":\"b\"}",
                        "1 {\"text\":\"c\"}",
                        "2 {\"text\":\"d\"}",
                        "1 \"e\"");
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"text\":\"a\"},\n{\"text\"",
                "[{\"text\":\"a\"}\n",
                "[{\"text\":\"a\"}]\n{}",
                "[{\"text\":\"a\"},\nnope]"
            })
    void keepsWhatCameBeforeAFaultInAList(String file) {
        read(Format.JSON, file);

        assertThat(records).containsExactly("1 {\"text\":\"a\"}");
        assertThat(faults).hasSize(1);
    }

    @Test
    void anEmptyFileHoldsNothing() {
        read(Format.JSONL, "");
        read(Format.JSON, "");
        read(Format.JSON, "[]");

        assertThat(records).isEmpty();
        assertThat(faults).isEmpty();
        assertThatThrownBy(() -> read(Format.CSV, "")).hasMessageContaining("header");
    }

    @Test
    void refusesNestingThatOnlyAnAttackerWrites() {
        read(Format.JSONL, "[".repeat(100_000) + "\n\"fine\"");

        assertThat(faults).hasSize(1);
        assertThat(records).containsExactly("2 \"fine\"");
    }

    @Test
    void readsQuotedFieldsOverSeveralLines() {
        read(Format.CSV, "text,source\r\n\"one\r\n\"\"two\"\"\",x\r\nthree,\r\n");

        assertThat(records)
                .containsExactly(
                        "2 {\"text\":\"one\\n\\\"two\\\"\",\"source\":\"x\"}",
                        "4 {\"text\":\"three\",\"source\":\"\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text;note\na;b", "text\tnote\na\tb", "\"text\",\"note\"\n\"a\",\"b\""})
    void seesTheSeparatorInTheHeader(String file) {
        read(Format.CSV, file);

        assertThat(records).containsExactly("2 {\"text\":\"a\",\"note\":\"b\"}");
    }

    @Test
    void aRowWithBrokenQuotesTakesNoOtherRowWithIt() {
        read(
                Format.CSV,
                "text,n\n\"closed too\" early,1\ngood,2\n\"never closed,3\nalso good,4\n5\" pipe,5\n\"fine\",6\nlast,7");

        assertThat(records)
                .extracting(record -> record.charAt(record.length() - 3))
                .containsExactly('2', '4', '6', '7');
        assertThat(faults).extracting(fault -> fault.substring(0, 1)).containsExactly("2", "4", "6");
    }

    @Test
    void namesARowWithTooFewOrTooManyColumns() {
        read(Format.CSV, "text,n\na\nb,1,2\nc,3\n");

        assertThat(faults)
                .containsExactly("2 has 1 columns where the header has 2", "3 has 3 columns where the header has 2");
        assertThat(records).hasSize(1);
    }

    @Test
    void givesUpOnAFileOfUnclosedQuotesInsteadOfReadingItAThousandTimes() {
        read(Format.CSV, "text,n\n" + "x,\"a\n\"b\n".repeat(200_000));

        assertThat(faults.getLast()).contains("too many");
    }

    private void read(Format format, String text) {
        read(format, bytes(text));
    }

    private void read(Format format, InputStream file) {
        Records.read(file, format, new Records.Sink() {
            @Override
            public void record(long line, JsonNode content) {
                records.add(line + " " + content);
            }

            @Override
            public void fault(long line, String reason) {
                faults.add(line + " " + reason);
            }
        });
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Never ends: whoever reads it must stop by himself. */
    private static InputStream endless(String text) {
        var pattern = text.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private int position;

            @Override
            public int read() {
                return pattern[position++ % pattern.length];
            }

            @Override
            public int read(byte[] into, int from, int length) {
                for (int i = 0; i < length; i++) {
                    into[from + i] = (byte) read();
                    position %= pattern.length;
                }
                return length;
            }
        };
    }
}
