package io.citytwin.rules.internal.index;

import io.citytwin.rules.internal.report.SafeText;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.regulation.Sureness;
import io.citytwin.rules.verify.IndexedFact;
import io.citytwin.rules.verify.IndexedPlace;
import io.citytwin.rules.verify.IndexedRegulation;
import io.citytwin.rules.verify.LawIndex;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Writes an index for a terminal. For one thread at a time. */
public final class IndexText {

    private final LawIndex index;
    private final String language;
    private final IndexWords words;
    private final StringBuilder out = new StringBuilder();

    /**
     * A writer.
     *
     * @param index of regulations
     * @param language such as {@code en}
     */
    public IndexText(LawIndex index, String language) {
        this.index = index;
        this.language = language;
        this.words = new IndexWords(language);
    }

    /**
     * One line for each regulation, and what applies in each place.
     *
     * @return lines
     */
    public String summary() {
        line("", words.of("title", Map.of("at", index.at())));
        line("", words.of("warning"));
        index.regulations().forEach(this::summary);
        index.places().forEach(this::place);
        line("", index.regulations().size() + " " + words.of("regulations") + ", " + counts(index.counts()));
        return out.toString();
    }

    private void summary(IndexedRegulation one) {
        Regulation regulation = one.regulation();
        int inForce = one.inForceOn(index.at()).size();
        line(
                "",
                regulation.id() + "  " + regulation.title().in(language) + "; "
                        + regulation.jurisdiction() + "; " + words.of("read") + " " + regulation.verified() + "; "
                        + words.of("inforce") + " " + inForce + "/"
                        + one.provisions().size() + "; " + counts(one.counts()));
    }

    private void place(IndexedPlace place) {
        String ids = index.in(place).stream().map(one -> one.regulation().id()).collect(Collectors.joining(", "));
        line("", words.of("map.ids", Map.of("place", place.label(), "ids", ids)));
    }

    private static String counts(SortedMap<Sureness, Integer> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey().label())
                .collect(Collectors.joining(", "));
    }

    /**
     * Everything.
     *
     * @return lines
     */
    public String text() {
        summary();
        index.regulations().forEach(this::all);
        return out.toString();
    }

    private void all(IndexedRegulation one) {
        Regulation regulation = one.regulation();
        out.append('\n');
        String title = regulation.title().byLanguage().entrySet().stream()
                .map(text -> text.getKey() + ": " + text.getValue())
                .collect(Collectors.joining("; "));
        line("", regulation.id() + "  " + title);
        line(
                "  ",
                words.of("where") + " " + regulation.jurisdiction() + "; " + regulation.authority() + " ("
                        + words.of("rank." + one.rank()) + "); " + words.of("read") + " " + regulation.verified());
        line("  ", words.of("counts") + ": " + counts(one.counts()));
        part("provisions");
        SaidOn said = new SaidOn(one, index.at());
        one.provisions().forEach(provision -> provision(provision.provision(), said));
        part("sources");
        regulation
                .sources()
                .values()
                .forEach(source -> line(
                        "    ",
                        source.key() + ": " + source
                                + source.url().map(url -> " <" + url + ">").orElse("")));
        facts("doubtful", one.doubtful());
        facts("planned", one.planned());
        part("gaps");
        one.gaps().forEach(gap -> line("    ", gap));
        none("gaps", one.gaps());
    }

    private void provision(Provision provision, SaidOn said) {
        boolean inForce = provision.inForceOn(index.at());
        line(
                "    ",
                provision.name() + "  " + provision.title().in(language) + "; "
                        + provision
                                .lastDay()
                                .map(last -> words.of("span", Map.of("from", provision.since(), "to", last)))
                                .orElseGet(() -> words.of("since", Map.of("from", provision.since())))
                        + (inForce ? "; " + words.of("inforce") : "")
                        + provision.sureness().map(mark -> "; " + mark.label()).orElse("") + "; "
                        + provision.source().key());
        said.of(provision, language).ifPresent(says -> line("      ", "\"" + says + "\""));
    }

    private void facts(String key, List<IndexedFact> facts) {
        part(key);
        for (IndexedFact fact : facts) {
            String rows = fact.rows().isEmpty() ? "" : " [" + String.join(" ", fact.rows()) + "]";
            String remarks = words.remarks(fact);
            line(
                    "    ",
                    fact.sureness().map(one -> one.label() + "  ").orElse("") + words.named(fact)
                            + fact.days().map(days -> " " + words.days(days)).orElse("") + " = " + fact.text() + rows
                            + (remarks.isEmpty() ? "" : ": " + remarks));
        }
        none(key, facts);
    }

    private void none(String key, List<?> listed) {
        if (listed.isEmpty()) {
            line("    ", words.of(key + ".none"));
        }
    }

    private void part(String key) {
        line("  ", words.of(key));
    }

    private void line(String indent, String text) {
        out.append(indent).append(SafeText.of(text)).append('\n');
    }
}
