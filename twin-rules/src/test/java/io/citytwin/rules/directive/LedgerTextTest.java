package io.citytwin.rules.directive;

import static io.citytwin.rules.directive.Workshop.SPEED;
import static io.citytwin.rules.directive.Workshop.minute;
import static io.citytwin.rules.directive.Workshop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.directive.Ledger.Entry;
import io.citytwin.rules.directive.Ledger.Hold;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTextTest {

    private static final CivilCalendar ROME = CivilCalendar.italy();

    private static Claim claim(Claim.Kind kind, int rank, String title) {
        return new Claim(
                "xx.a/b",
                title,
                kind,
                percent(7),
                "It {value}.",
                Optional.of(new Claim.Authority("Town", rank)),
                Optional.empty());
    }

    private static List<String> lines(Optional<Award> award, Optional<Hold> hold) {
        return new Entry(SPEED, minute(0), award, Optional.empty(), hold).lines("en", ROME);
    }

    private static Optional<Award> won(Claim winner, Award.Reason... lost) {
        return Optional.of(new Award(
                winner,
                percent(7),
                List.of(lost).stream().map(why -> new Award.Loser(winner, why)).toList(),
                Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(Award.Reason.class)
    void eachReasonHasWords(Award.Reason reason) {
        Claim winner = claim(Claim.Kind.SET, 5, "B");
        String lost = lines(won(winner, reason), Optional.empty()).get(3);
        assertThat(lost)
                .startsWith("  lost: xx.a/b (B; Town, state): 7 %; ")
                .doesNotContain("why.", reason.name(), "{");
    }

    @ParameterizedTest
    @EnumSource(Claim.Kind.class)
    void eachKindOfClaimHasWords(Claim.Kind kind) {
        assertThat(lines(won(claim(kind, 5, "B")), Optional.empty()).get(1))
                .contains("7 %")
                .doesNotContain("kind.", kind.name(), "{");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void eachRankHasWords(int rank) {
        assertThat(lines(won(claim(Claim.Kind.SET, rank, "B")), Optional.empty())
                        .get(1))
                .doesNotContain("rank.");
    }

    @ParameterizedTest
    @EnumSource(Hold.Cause.class)
    void eachHoldHasWords(Hold.Cause cause) {
        assertThat(lines(Optional.empty(), Optional.of(new Hold(cause, Optional.of(minute(10))))))
                .singleElement()
                .asString()
                .startsWith("2026-01-15T09:00+01:00 xx:fan/speed is left as it was though rest won: ")
                .endsWith("until 2026-01-15T09:10+01:00")
                .doesNotContain("hold.", "{");
    }

    @Test
    void aBudgetIsSplitAndEnds() {
        assertThat(lines(won(claim(Claim.Kind.AT_MOST, 2, "B")), Optional.empty())
                        .get(0))
                .endsWith(" may have 7 %, which is split; no device is asked");
        assertThat(lines(Optional.empty(), Optional.empty()))
                .containsExactly("2026-01-15T09:00+01:00 xx:fan/speed is bounded no more");
    }

    /** What people and laws wrote is not looked into. */
    @Test
    void whatLooksLikeAPlaceForAValueIsLeftAlone() {
        assertThat(lines(won(claim(Claim.Kind.SET, 5, "{wants} $1")), Optional.empty()))
                .contains("  wanted by xx.a/b ({wants} $1; Town, state): 7 %", "    \"It {value}.\"");
    }

    @Test
    void aLanguageThatNobodyBringsIsEnglish() {
        Entry entry =
                new Entry(SPEED, minute(0), won(claim(Claim.Kind.SET, 5, "B")), Optional.empty(), Optional.empty());
        assertThat(entry.lines("xx", ROME)).isEqualTo(entry.lines("en", ROME));
    }
}
