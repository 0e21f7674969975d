package io.citytwin.adapter.config;

import java.util.Comparator;

/**
 * Something wrong in a file of adapters. Immutable.
 *
 * @param code the stable code
 * @param file as it was named
 * @param line 1-based
 * @param column 1-based
 * @param problem one sentence with the values in backticks
 * @param advice one sentence that says what to try
 */
public record SettingsProblem(ConfigError code, String file, int line, int column, String problem, String advice)
        implements Comparable<SettingsProblem> {

    private static final Comparator<SettingsProblem> ORDER = Comparator.comparing(SettingsProblem::file)
            .thenComparing(SettingsProblem::line)
            .thenComparing(SettingsProblem::column)
            .thenComparing(SettingsProblem::problem);

    @Override
    public int compareTo(SettingsProblem other) {
        return ORDER.compare(this, other);
    }

    /** As {@code file:line:column CODE problem}, with the advice in a second line. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + " " + code.id() + " " + problem + "\n  " + advice;
    }
}
