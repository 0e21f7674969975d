package io.citytwin.rules.verify;

import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.index.IndexJson;
import io.citytwin.rules.internal.index.IndexPage;
import io.citytwin.rules.internal.index.IndexText;
import io.citytwin.rules.internal.index.Indexer;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.regulation.Sureness;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What regulations there are: what applies where and when, where it stands, and what of it is not sure, planned or missing.
 * The same folders and the same day give the same bytes. Immutable.
 *
 * @param at the civil day on which things are in force or planned, as the folders know it now
 * @param regulations sorted by jurisdiction and id
 * @param places areas that are looked at, in the given order
 */
public record LawIndex(LocalDate at, List<IndexedRegulation> regulations, List<IndexedPlace> places) {

    /** Copies the lists. */
    public LawIndex {
        regulations = List.copyOf(regulations);
        places = List.copyOf(places);
    }

    /**
     * Looks at regulations.
     *
     * @param bundle which they are of, with the pages in their folders
     * @param of those to list
     * @param at the civil day on which things are in force or planned
     * @return an index without places
     */
    public static LawIndex of(RegulationBundle bundle, Collection<Regulation> of, LocalDate at) {
        return new LawIndex(at, new Indexer(bundle, at).index(of), List.of());
    }

    /**
     * The same for areas.
     *
     * @param areas for which it says what applies
     * @return a new index
     */
    public LawIndex in(Collection<IndexedPlace> areas) {
        return new LawIndex(at, regulations, List.copyOf(areas));
    }

    /**
     * What applies in an area, whenever it does.
     *
     * @param place any area
     * @return in the order of {@link #regulations}
     */
    public List<IndexedRegulation> in(IndexedPlace place) {
        return regulations.stream()
                .filter(one -> place.isUnder(one.regulation()))
                .toList();
    }

    /**
     * How many facts of all regulations can be relied on how far.
     *
     * @return each sureness, also those that no fact has
     */
    public SortedMap<Sureness, Integer> counts() {
        SortedMap<Sureness, Integer> counts = new TreeMap<>();
        regulations.forEach(
                one -> one.counts().forEach((sureness, count) -> counts.merge(sureness, count, Integer::sum)));
        return Collections.unmodifiableSortedMap(counts);
    }

    /**
     * One line for each regulation.
     *
     * @param language such as {@code en}; one that no jar brings is English
     * @return lines for a terminal
     */
    public String summary(String language) {
        return new IndexText(this, language).summary();
    }

    /**
     * Everything, for a terminal.
     *
     * @param language such as {@code en}; one that no jar brings is English
     * @return what {@link #summary} says, then each regulation
     */
    public String text(String language) {
        return new IndexText(this, language).text();
    }

    /**
     * For programs, in a form that stays: keys are added, never renamed.
     *
     * @return one JSON object with {@code format}, {@code at}, {@code counts}, {@code regulations} and {@code places}
     */
    public String json() {
        return IndexJson.of(this);
    }

    /**
     * A page with a drawn timeline, and a map of those places that have an outline. It needs no network.
     *
     * @param language such as {@code en}; one that no jar brings is English
     * @return a whole page of HTML
     */
    public String html(String language) {
        return IndexPage.of(this, language);
    }

    @Override
    public String toString() {
        return summary("en");
    }
}
