package io.citytwin.examples.milan.report;

import io.citytwin.core.text.Markup;
import java.util.List;

/** The tables of a city's page. Immutable. */
final class CityTables {

    private static final String NUMBER = "number";

    private final CityReport report;
    private final String mark;

    CityTables(CityReport report) {
        this.report = report;
        this.mark = report.winter().heading().mark();
    }

    void inventory(Markup out) {
        out.open("section").leaf("h2", "Inventory");
        begin(out, "Inventory", List.of("Type", "From", "Adds up to"), List.of("Number"));
        for (InventoryCount count : report.inventory()) {
            out.open("tr").leaf("th", count.type(), "scope", "row");
            out.leaf("td", count.file()).leaf("td", count.sum());
            number(out, Integer.toString(count.count())).end();
        }
        end(out);
        out.end();
    }

    void directives(Markup out, DirectiveSums sums) {
        begin(
                out,
                "Directives by provision",
                List.of("Asset", "Property", "Provision"),
                List.of("Issued", "Acknowledged", "Raised"));
        for (DirectiveSums.Row row : sums.rows()) {
            out.open("tr").leaf("th", row.type(), "scope", "row");
            out.leaf("td", row.property()).leaf("td", row.provision());
            number(out, Long.toString(row.issued()));
            number(out, Long.toString(row.acknowledged()));
            number(out, Long.toString(row.raised())).end();
        }
        end(out);
    }

    void gates(Markup out) {
        out.open("section").leaf("h2", "Decisions at the gates" + mark);
        begin(out, "Decisions by reason", List.of("Zone", "Outcome", "Reason"), List.of("Passages"));
        for (Reasons reason : Reasons.of(report.gates())) {
            out.open("tr").leaf("th", reason.zone(), "scope", "row");
            out.leaf("td", reason.outcome()).leaf("td", reason.reason());
            number(out, Long.toString(reason.passages())).end();
        }
        end(out);
        fees(out);
        out.open("details").leaf("summary", "Each gate");
        begin(out, "Decisions by gate", List.of("Gate", "Zone", "Outcome", "Reason"), List.of("Passages"));
        for (GateTally gate : report.gates()) {
            out.open("tr").leaf("th", gate.label(), "scope", "row").leaf("td", gate.zone());
            out.leaf("td", gate.outcome()).leaf("td", gate.reason());
            number(out, Long.toString(gate.passages())).end();
        }
        end(out);
        out.close().end();
    }

    private void fees(Markup out) {
        if (report.fees().isEmpty()) {
            return;
        }
        out.leaf("h3", "Fees" + mark);
        begin(out, "Fees", List.of("Provision", "Title", "Source"), List.of("Passages", "Total"));
        for (FeeTally fee : report.fees()) {
            out.open("tr").leaf("th", fee.provision(), "scope", "row");
            out.leaf("td", fee.title()).leaf("td", fee.source());
            number(out, Long.toString(fee.passages()));
            number(out, fee.total().toString()).end();
        }
        end(out);
    }

    void energy(Markup out) {
        out.open("section").leaf("h2", "Energy and emissions" + mark);
        out.leaf("p", "Simulated devices and assumptions: no meter measured this.", "class", "note");
        begin(out, "Energy and emissions", List.of("Of", "What", "How it was computed", "Assumes"), List.of("Value"));
        for (Figure figure : report.energy()) {
            out.open("tr").leaf("th", figure.group(), "scope", "row");
            out.leaf("td", figure.name()).leaf("td", figure.basis());
            out.leaf("td", String.join(", ", figure.assumptions()));
            number(out, figure.value().toString()).end();
        }
        end(out);
        out.open("details").leaf("summary", "Assumptions");
        begin(out, "Assumptions", List.of("Name", "What it means"), List.of("Value"));
        for (Assumption assumption : report.assumptions()) {
            out.open("tr").leaf("th", assumption.name(), "scope", "row").leaf("td", assumption.label());
            number(out, assumption.value().toString()).end();
        }
        end(out);
        out.close().end();
    }

    private static void begin(Markup out, String label, List<String> words, List<String> numbers) {
        PageTables.scroll(out, label);
        out.open("table").open("thead").open("tr");
        words.forEach(word -> out.leaf("th", word, "scope", "col"));
        numbers.forEach(number -> out.leaf("th", number, "scope", "col", "class", NUMBER));
        out.close().close().open("tbody").line();
    }

    private static Markup number(Markup out, String number) {
        return out.leaf("td", number, "class", NUMBER);
    }

    private static void end(Markup out) {
        out.close().close().end();
    }
}
