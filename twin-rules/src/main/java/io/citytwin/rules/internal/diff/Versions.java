package io.citytwin.rules.internal.diff;

import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.regulation.Validity;
import io.citytwin.rules.verify.LawDiffEntry.Kind;
import java.time.LocalDate;

/**
 * Two versions of one regulation. Immutable.
 *
 * @param before the older one
 * @param after the newer one
 * @param readers which rules of the newer one read what
 */
record Versions(Regulation before, Regulation after, Readers readers) {

    /** Whether something that begins on a day is new law, or law that the older version should have had. */
    Kind ofNew(LocalDate first) {
        return first.isAfter(before.verified()) ? Kind.LAW : Kind.COVERAGE;
    }

    /** Whether something that ends on a day is new law, or was wrong in the older version. */
    Kind ofEnd(LocalDate last) {
        return last.isBefore(before.verified()) ? Kind.CORRECTION : Kind.LAW;
    }

    /** What it means that something stays and is dated, sourced or read in another way. */
    Kind ofSame(Validity older, Validity newer) {
        if (!older.lastDay().equals(newer.lastDay())) {
            return newer.lastDay().map(this::ofEnd).orElse(Kind.CORRECTION);
        }
        return LawText.told(older, newer).isEmpty() ? Kind.EDITORIAL : Kind.CORRECTION;
    }
}
