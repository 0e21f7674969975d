package io.citytwin.rules.internal.index;

import io.citytwin.core.text.Markup;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.regulation.Sureness;
import io.citytwin.rules.verify.IndexedFact;
import io.citytwin.rules.verify.IndexedPlace;
import io.citytwin.rules.verify.IndexedProvision;
import io.citytwin.rules.verify.IndexedRegulation;
import io.citytwin.rules.verify.LawIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tables of the page. Immutable. */
final class IndexTables {

    private static final String UNLIMITED = "\u2013";

    private final LawIndex index;
    private final IndexWords words;

    IndexTables(LawIndex index, IndexWords words) {
        this.index = index;
        this.words = words;
    }

    static String anchor(Regulation regulation) {
        return "reg-" + regulation.id();
    }

    void overview(Markup out) {
        List<String> heads = new ArrayList<>(List.of(
                words.of("id"),
                words.of("name"),
                words.of("where"),
                words.of("rank"),
                words.of("read"),
                words.of("inforce")));
        int text = heads.size() - 1;
        Arrays.stream(Sureness.values()).map(Sureness::label).forEach(heads::add);
        start(out, words.of("overview"), heads, text, "dense");
        for (IndexedRegulation one : index.regulations()) {
            Regulation regulation = one.regulation();
            out.open("tr").open("td", "class", "word");
            link(out, regulation);
            out.close();
            out.leaf("td", regulation.title().in(words.language()));
            out.leaf("td", regulation.jurisdiction(), "class", "word");
            out.leaf("td", words.of("rank." + one.rank()));
            out.leaf("td", regulation.verified().toString(), "class", "word");
            number(
                    out,
                    one.inForceOn(index.at()).size() + "/" + one.provisions().size());
            one.counts().values().forEach(count -> number(out, String.valueOf(count)));
            out.end();
        }
        out.end();
        sums(out, text);
        out.end().end();
    }

    private void sums(Markup out, int text) {
        out.open("tfoot")
                .open("tr")
                .leaf("th", index.regulations().size() + " " + words.of("regulations"), "scope", "row");
        out.leaf("td", "", "colspan", text);
        index.counts().values().forEach(count -> number(out, String.valueOf(count)));
        out.close().end();
    }

    private static void number(Markup out, String text) {
        out.leaf("td", text, "class", "number");
    }

    private static void link(Markup out, Regulation regulation) {
        out.leaf("a", regulation.id(), "href", "#" + anchor(regulation));
    }

    void inForce(Markup out, List<IndexedRegulation> regulations) {
        if (regulations.stream().allMatch(one -> one.inForceOn(index.at()).isEmpty())) {
            out.leaf("p", words.of("applies.nothing"));
            return;
        }
        start(
                out,
                words.of("inforce"),
                List.of(
                        words.of("id"),
                        words.of("provision"),
                        words.of("what"),
                        words.of("from"),
                        words.of("to"),
                        words.of("next")),
                Integer.MAX_VALUE);
        for (IndexedRegulation one : regulations) {
            for (IndexedProvision provision : one.inForceOn(index.at())) {
                out.open("tr").open("td", "class", "word");
                link(out, one.regulation());
                out.close();
                provision(out, provision.provision());
                day(out, provision.nextAfter(index.at()));
                out.end();
            }
        }
        out.end().end().end();
    }

    private void provision(Markup out, Provision provision) {
        out.leaf("td", provision.name(), "class", "word");
        out.leaf("td", provision.title().in(words.language()));
        day(out, Optional.of(provision.since()));
        day(out, provision.lastDay());
    }

    private static void day(Markup out, Optional<LocalDate> day) {
        out.leaf("td", day.map(LocalDate::toString).orElse(UNLIMITED), "class", "word");
    }

    void provisions(Markup out, IndexedRegulation one) {
        start(
                out,
                words.of("provisions"),
                List.of(
                        words.of("provision"),
                        words.of("what"),
                        words.of("from"),
                        words.of("to"),
                        words.of("says"),
                        words.of("source"),
                        words.of("sure")),
                Integer.MAX_VALUE);
        SaidOn said = new SaidOn(one, index.at());
        for (IndexedProvision indexed : one.provisions()) {
            Provision provision = indexed.provision();
            out.open("tr", "class", provision.inForceOn(index.at()) ? "now" : "then");
            provision(out, provision);
            out.leaf("td", said.of(provision, words.language()).orElse(UNLIMITED));
            out.leaf("td", provision.source().toString());
            out.leaf("td", provision.sureness().map(Sureness::label).orElse(UNLIMITED), "class", "word");
            out.end();
        }
        out.end().end().end();
    }

    void facts(Markup out, List<IndexedFact> facts, String none) {
        if (facts.isEmpty()) {
            out.leaf("p", none);
            return;
        }
        start(
                out,
                words.of("facts"),
                List.of(
                        words.of("sure"),
                        words.of("fact"),
                        words.of("days"),
                        words.of("value"),
                        words.of("row"),
                        words.of("note")),
                Integer.MAX_VALUE);
        for (IndexedFact fact : facts) {
            out.open("tr").open("td", "class", "word");
            fact.sureness()
                    .ifPresent(one ->
                            out.leaf("span", one.label(), "class", "badge " + (fact.isDoubtful() ? "doubt" : "sure")));
            out.close();
            out.leaf("td", words.named(fact));
            out.leaf("td", fact.days().map(words::days).orElse(UNLIMITED));
            out.leaf("td", fact.text());
            out.leaf("td", String.join(" ", fact.rows()));
            out.leaf("td", words.remarks(fact));
            out.end();
        }
        out.end().end().end();
    }

    void places(Markup out) {
        start(out, words.of("map"), List.of(words.of("where"), words.of("jurisdiction"), words.of("regulations")), 3);
        for (IndexedPlace place : index.places()) {
            out.open("tr").leaf("td", place.label());
            out.leaf("td", String.join(", ", place.codes()));
            out.open("td");
            index.in(place).forEach(one -> {
                link(out, one.regulation());
                out.text(" ");
            });
            out.close().end();
        }
        out.end().end().end();
    }

    private static void start(Markup out, String label, List<String> heads, int text) {
        start(out, label, heads, text, "roomy");
    }

    /** Opens a table up to its first row; columns behind the given one hold numbers. */
    private static void start(Markup out, String label, List<String> heads, int text, String form) {
        out.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", label);
        out.open("table", "class", form).open("thead").open("tr");
        for (int at = 0; at < heads.size(); at++) {
            out.leaf("th", heads.get(at), "scope", "col", "class", at < text ? "text" : "number");
        }
        out.close().end().open("tbody").line();
    }
}
