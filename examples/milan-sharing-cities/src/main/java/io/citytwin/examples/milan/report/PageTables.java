package io.citytwin.examples.milan.report;

import io.citytwin.core.text.Markup;
import java.util.List;
import java.util.Locale;

/** The parts of the page that are words: tables, reasons and answers. Immutable. */
final class PageTables {

    private final Winter winter;
    private final String mark;

    PageTables(Winter winter) {
        this.winter = winter;
        this.mark = winter.heading().mark();
    }

    void days(Markup out) {
        List<String> states = winter.states();
        scroll(out, "Days at each level");
        out.open("table")
                .leaf("caption", "Days at each level" + mark)
                .open("thead")
                .open("tr");
        out.leaf("th", "Province", "scope", "col");
        states.forEach(state -> out.leaf("th", state, "scope", "col", "class", "number"));
        out.leaf("th", "held", "scope", "col", "class", "number")
                .close()
                .close()
                .open("tbody")
                .line();
        for (Province province : winter.provinces()) {
            out.open("tr").leaf("th", province.name(), "scope", "row");
            for (int state = 0; state < states.size(); state++) {
                out.leaf("td", Long.toString(province.daysAt(state)), "class", "number");
            }
            out.leaf("td", Long.toString(province.daysHeld()), "class", "number")
                    .end();
        }
        out.close().close().end();
    }

    static void scroll(Markup out, String label) {
        out.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", label);
    }

    void law(Markup out) {
        out.open("section").leaf("h2", "Values and sources used");
        out.leaf("p", "A value marked with ? was not verified: check it before use.");
        scroll(out, "Values and sources used");
        out.open("table").open("thead").open("tr");
        for (String name : List.of("Parameter", "Value", "From", "To", "Published", "Confidence", "Source")) {
            out.leaf("th", name, "scope", "col");
        }
        out.close().close().open("tbody").line();
        winter.law().forEach(row -> {
            out.open("tr", "class", row.doubtful() ? "doubtful" : "sure");
            out.leaf("th", row.parameter(), "scope", "row").leaf("td", row.value());
            out.leaf("td", row.from(), "class", "date").leaf("td", row.to(), "class", "date");
            out.leaf("td", row.published(), "class", "date");
            out.open("td")
                    .leaf("span", (row.doubtful() ? "? " : "") + row.confidence(), "class", "badge")
                    .close();
            out.leaf("td", row.source()).end();
        });
        out.close().close().close().end();
    }

    /** One answer with its reasons. */
    static void answer(Markup out, Answer answer) {
        out.leaf("p", answer.asked());
        out.leaf(
                "p",
                answer.outcome(),
                "class",
                "outcome " + answer.outcome().toLowerCase(Locale.ROOT).replaceAll("\\W.*", ""));
        for (Answer.Reason reason : answer.reasons()) {
            out.leaf("h4", reason.provision());
            if (!reason.says().isBlank()) {
                out.leaf("blockquote", reason.says());
            }
            lines(out, reason.lines());
        }
        if (!answer.others().isEmpty()) {
            out.open("details").leaf("summary", "Provisions that could have decided and did not");
            lines(out, answer.others());
            out.end();
        }
    }

    static void lines(Markup out, List<String> lines) {
        if (!lines.isEmpty()) {
            out.open("ul");
            lines.forEach(line -> out.leaf("li", line));
            out.end();
        }
    }

    void spans(Markup out) {
        out.open("section").leaf("h2", "Why each level began and ended" + mark);
        for (Province province : winter.provinces()) {
            out.open("details").open("summary").text(province.name() + " ");
            out.leaf("small", WinterText.count(province.spans().size(), "span")).close();
            if (province.spans().isEmpty()) {
                out.leaf("p", "No level above " + winter.states().get(0) + ".");
            }
            out.open("ol", "class", "spans").line();
            province.spans().forEach(span -> span(out, span));
            out.close().end();
        }
        out.end();
    }

    private void span(Markup out, Span span) {
        out.open("li").open("p").leaf("span", winter.states().get(span.state()), "class", "state s" + span.state());
        out.text(" " + span.period() + ", " + WinterText.count(span.period().days(), "day"))
                .close();
        span.began()
                .ifPresentOrElse(
                        cause -> cause(out, "On: ", cause), () -> out.leaf("p", "On: before the report begins"));
        span.ended()
                .ifPresentOrElse(
                        cause -> cause(out, "Off: ", cause), () -> out.leaf("p", "Off: not before the report ends"));
        out.end();
    }

    private static void cause(Markup out, String label, Span.Cause cause) {
        out.leaf("p", label + cause.what());
        lines(out, cause.seen().stream().map(seen -> "saw " + seen).toList());
        lines(out, cause.law().stream().map(law -> "law " + law).toList());
    }

    void held(Markup out) {
        out.open("section").leaf("h2", "Decisions held because something was unknown" + mark);
        if (winter.provinces().stream().allMatch(province -> province.held().isEmpty())) {
            out.leaf("p", "None.").end();
            return;
        }
        scroll(out, "Decisions held");
        out.open("table").open("thead").open("tr");
        out.leaf("th", "Province", "scope", "col").leaf("th", "Unknown", "scope", "col");
        out.leaf("th", "Days", "scope", "col", "class", "number").leaf("th", "Which", "scope", "col");
        out.close().close().open("tbody").line();
        for (Province province : winter.provinces()) {
            for (Held held : province.held()) {
                out.open("tr").leaf("th", province.name(), "scope", "row").leaf("td", held.cell());
                out.leaf("td", Integer.toString(held.days().size()), "class", "number");
                out.leaf("td", WinterText.dates(held.days())).end();
            }
        }
        out.close().close().close().end();
    }
}
