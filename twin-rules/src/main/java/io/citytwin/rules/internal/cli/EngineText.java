package io.citytwin.rules.internal.cli;

import io.citytwin.rules.internal.report.SafeText;
import io.citytwin.rules.verify.GroupReads;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints what groups of rules read. Safe for use by many threads. */
final class EngineText {

    private EngineText() {}

    static void print(List<GroupReads> groups, CityClasses city, PrintWriter out) {
        groups.forEach(group -> print(group, city, out));
    }

    private static void print(GroupReads group, CityClasses city, PrintWriter out) {
        out.println(group.regulation() + "/" + group.group() + ": "
                + (group.isBounded()
                        ? "at most " + group.most() + " classes"
                        : "at most " + group.most() + " classes for each value that it says"));
        int width = group.cells().stream()
                .mapToInt(cell -> cell.name().length())
                .max()
                .orElse(0);
        group.cells()
                .forEach(cell -> out.println(
                        "  " + cell.name() + " ".repeat(width - cell.name().length()) + "  "
                                + cell.how().name().toLowerCase(Locale.ROOT) + ", " + SafeText.of(cell.detail())
                                + (cell.values() > 2 && !cell.detail().startsWith(cell.values() + " ")
                                        ? ": " + cell.values() + " parts"
                                        : "")));
        city.lines(group.regulation() + "/" + group.group()).forEach(line -> out.println("  " + line));
        if (!group.law().isEmpty()) {
            out.println("  law: " + String.join(", ", group.law()));
        }
    }
}
