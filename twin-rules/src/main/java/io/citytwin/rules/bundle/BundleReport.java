package io.citytwin.rules.bundle;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that is wrong or not sure in the folders of a bundle. Immutable.
 *
 * @param problems sorted by file, line and column; files are named from the opened directory on
 * @param folders how many folders were read, refused ones too
 */
public record BundleReport(List<Problem> problems, int folders) {

    /** Copies the problems. */
    public BundleReport {
        problems = List.copyOf(problems);
    }

    /**
     * The mistakes for which folders were refused.
     *
     * @return in the order of {@link #problems}
     */
    public List<Problem> errors() {
        return problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
    }

    /**
     * How many problems of one kind there are.
     *
     * @param severity the kind
     * @return 0 or more
     */
    public long count(Problem.Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    /**
     * Whether no folder was refused. Warnings and open points may be there all the same.
     *
     * @return true if there are no errors
     */
    public boolean isClean() {
        return errors().isEmpty();
    }

    /**
     * All problems for a terminal.
     *
     * @return for each one {@code file:line:column CODE sentence} and below it the advice; empty if there are none
     */
    public String text() {
        return problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return text();
    }
}
