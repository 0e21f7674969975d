package io.citytwin.rules.internal.check;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Values that nobody read against their sources for long, or that were read in the future. Safe for use by many threads. */
final class StaleCheck implements Check {

    @Override
    public void check(Checked folder, Consumer<Problem> problems) {
        LocalDate verified = folder.regulation().verified();
        LocalDate today = folder.settings().today();
        long age = ChronoUnit.DAYS.between(verified, today);
        if (age < 0) {
            problems.accept(Checked.warning(
                    RulesError.STALE,
                    folder.declared("verified"),
                    "The values were verified on `" + verified + "`, which is after today, `" + today + "`.",
                    "Maybe the year is mistyped."));
        } else if (age > folder.settings().staleAfter()) {
            problems.accept(Checked.warning(
                    RulesError.STALE,
                    folder.declared("verified"),
                    "The values were last verified on `" + verified + "`, `" + age + "` days before `" + today + "`.",
                    "Maybe read the sources again, add what changed, and then change the date."));
        }
    }
}
