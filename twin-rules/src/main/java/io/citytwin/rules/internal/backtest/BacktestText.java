package io.citytwin.rules.internal.backtest;

import io.citytwin.rules.internal.backtest.Tables.Table;
import io.citytwin.rules.internal.diff.DiffText;
import io.citytwin.rules.verify.BacktestReport;
import java.util.ArrayList;
import java.util.List;

/** Writes a backtest for a terminal. Immutable. */
public final class BacktestText {

    private final BacktestReport report;
    private final StringBuilder out = new StringBuilder();

    private BacktestText(BacktestReport report) {
        this.report = report;
    }

    /**
     * As text.
     *
     * @param report what came of a backtest
     * @return several lines
     */
    public static String of(BacktestReport report) {
        return new BacktestText(report).written();
    }

    private String written() {
        Summary summary = new Summary(report);
        line(summary.title());
        summary.facts().forEach((name, fact) -> line("  " + name + ": " + fact));
        summary.warnings().forEach(warning -> line("  ! " + warning));
        if (report.runs().size() > 1) {
            line("");
            line(summary.parting());
            report.first().ifPresent(first -> {
                side("older", first.before());
                side("newer", first.after());
                first.causes().forEach(cause -> line("  because of " + DiffText.line(cause)));
            });
        }
        new Tables(report).all().forEach(this::table);
        if (report.runs().size() > 1) {
            line("");
            line("What changed in law");
            report.law().text().lines().forEach(this::line);
        }
        return out.toString();
    }

    private void side(String name, String explanation) {
        line("  " + name + ":");
        explanation.lines().forEach(text -> line("    " + text));
    }

    private void table(Table table) {
        line("");
        line(table.title());
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            int at = column;
            widths.add(table.rows().stream()
                    .mapToInt(row -> row.get(at).length())
                    .reduce(table.columns().get(column).length(), Math::max));
        }
        row(table, table.columns(), widths);
        table.rows().forEach(row -> row(table, row, widths));
    }

    private void row(Table table, List<String> cells, List<Integer> widths) {
        StringBuilder row = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String blanks = " ".repeat(Math.max(0, widths.get(column) - cell.length()));
            row.append("  ").append(column < table.words() ? cell + blanks : blanks + cell);
        }
        line(row.toString().stripTrailing());
    }

    /** Text of files and stations stays on its line. */
    private void line(String text) {
        text.codePoints().map(code -> Character.isISOControl(code) ? ' ' : code).forEach(out::appendCodePoint);
        out.append('\n');
    }
}
