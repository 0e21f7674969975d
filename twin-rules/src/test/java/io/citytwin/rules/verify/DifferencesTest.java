package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.RegulationBundle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failing case says first what differs, and then why. */
class DifferencesTest {

    private static CaseResult failure(String folder, String id, String file, String from, String to) {
        RegulationBundle bundle = RegulationBundle.directory(Path.of("src/test/resources", folder));
        SortedMap<String, byte[]> files = bundle.files(id);
        String text = new String(files.get("cases/" + file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        files.put(
                "cases/" + file,
                text.replaceFirst(java.util.regex.Pattern.quote(from), to).getBytes(StandardCharsets.UTF_8));
        RegulationBundle changed = bundle.changed(id, files);
        CaseReport report = Cases.run(changed, changed.find(id).orElseThrow());
        assertThat(report.problems()).isEmpty();
        assertThat(report.failures()).hasSize(1);
        return report.failures().get(0);
    }

    // Fees, counters, exemptions and bans at a gate.
    @ParameterizedTest(name = "{1} becomes {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1-ticket.yaml   | 07:30: {fee: 7.5}       | 07:30: {fee: 8}          | the fee is 7.5, not 8        | fee 7.5 EUR",
                "1-ticket.yaml   | fee: unknown, unknown   | fee: 2, unknown          | the fee is unknown, not 2    | would be decided by homeZone",
                "1-ticket.yaml   | because: electric       | because: [electric, free] | because lacks free          | lifted by xx.northland.inner/electric",
                "1-ticket.yaml   | lifted: ticket, spends: [] | lifted: resident, spends: [] | lifted has ticket besides and lacks resident | resident did not apply: ",
                "2-resident.yaml | 11 10:00: {fee: 0, spends: freeDays | 11 10:00: {fee: 0, spends: [] | spends has freeDays besides | spends xx.northland.inner/freeDays",
                "1-ticket.yaml   | {forbidden: lane}       | {forbidden: [lane, long]} | forbidden lacks long        | long did not apply: Vehicle( length > longest )",
                "1-ticket.yaml   | {forbidden: lane}       | allowed                  | it is forbidden by lane      | FORBIDDEN",
                "1-ticket.yaml   | {unknown: refrigerated} | allowed                  | it is unknown, for want of refrigerated | would be decided by refrigerated",
                "1-ticket.yaml   | 15 10:00: allowed       | 15 10:00: {forbidden: delivery} | it is allowed          | delivery did not apply: Law( morning )",
            })
    void ofAPassage(String file, String from, String to, String difference, String why) {
        CaseResult failure = failure("gates", "xx.northland.inner", file, from, to);

        assertThat(failure.difference()).isEqualTo(difference);
        assertThat(failure.explanation()).contains(why);
    }

    // Limits, levels, and what held a level.
    @ParameterizedTest(name = "{1} becomes {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "5-heating.yaml  | {limit: 19, forbidden: heating} | {limit: 18, forbidden: heating} | the limit is 19, not 18 | limit 19 degC",
                "1-level-on.yaml | 2026-01-16: first}}             | 2026-01-16: none}}              | Level is first         | RAISED by on",
                "1-level-on.yaml | unknown: {2026-01-15: pm10 2026-01-14} | unknown: {2026-01-15: []} | unknown has pm10 2026-01-14 besides | unknown pm10 2026-01-14",
            })
    void ofALimitOrALevel(String file, String from, String to, String difference, String why) {
        CaseResult failure = failure("verify/northland", Northland.ID, file, from, to);

        assertThat(failure.difference()).isEqualTo(difference);
        assertThat(failure.explanation()).contains(why);
    }
}
