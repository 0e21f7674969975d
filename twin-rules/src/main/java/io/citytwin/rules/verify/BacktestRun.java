package io.citytwin.rules.verify;

import java.time.LocalDate;
import java.util.List;

/**
 * What came of one version. Immutable.
 *
 * @param name of the version
 * @param verified the day on which its values were last read against their sources
 * @param areas sorted by id, the same for all versions
 */
public record BacktestRun(String name, LocalDate verified, List<BacktestArea> areas) {

    /** Copies the list. */
    public BacktestRun {
        areas = List.copyOf(areas);
    }
}
