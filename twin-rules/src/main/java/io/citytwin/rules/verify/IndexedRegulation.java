package io.citytwin.rules.verify;

import io.citytwin.rules.bundle.NewFolder;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.regulation.Sureness;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A regulation as an index tells it. Immutable.
 *
 * @param regulation as its folder says it
 * @param used those whose law it reads, by the name that it gives them
 * @param provisions by first day and name
 * @param facts every dated value, dated row, marked provision and marked end of a level, in the order of the files
 * @param planned those of them whose first day is still to come, and that no other one moves away, by first day
 * @param gaps what its page names as not covered; without such a page, what is not known
 */
public record IndexedRegulation(
        Regulation regulation,
        SortedMap<String, Regulation> used,
        List<IndexedProvision> provisions,
        List<IndexedFact> facts,
        List<IndexedFact> planned,
        List<String> gaps) {

    /** Copies the lists. */
    public IndexedRegulation {
        used = Collections.unmodifiableSortedMap(new TreeMap<>(used));
        provisions = List.copyOf(provisions);
        facts = List.copyOf(facts);
        planned = List.copyOf(planned);
        gaps = List.copyOf(gaps);
    }

    /**
     * How many facts can be relied on how far.
     *
     * @return each sureness, also those that no fact has
     */
    public SortedMap<Sureness, Integer> counts() {
        SortedMap<Sureness, Integer> counts = new TreeMap<>();
        for (Sureness one : Sureness.values()) {
            counts.put(one, 0);
        }
        facts.stream().flatMap(fact -> fact.sureness().stream()).forEach(one -> counts.merge(one, 1, Integer::sum));
        return Collections.unmodifiableSortedMap(counts);
    }

    /**
     * What a user must be told; {@code check --open} lists the same.
     *
     * @return in the order of the files
     */
    public List<IndexedFact> doubtful() {
        return facts.stream().filter(IndexedFact::isDoubtful).toList();
    }

    /**
     * What is in force.
     *
     * @param day the civil day asked about
     * @return by first day and name
     */
    public List<IndexedProvision> inForceOn(LocalDate day) {
        return provisions.stream().filter(one -> one.provision().inForceOn(day)).toList();
    }

    /**
     * The regulation's rank in words.
     *
     * @return such as {@code region}
     */
    public String rank() {
        return NewFolder.RANKS.get(regulation.rank() - 1);
    }
}
