package io.citytwin.rules.verify;

import io.citytwin.rules.internal.diff.Comparison;
import io.citytwin.rules.internal.diff.DiffJson;
import io.citytwin.rules.internal.diff.DiffText;
import io.citytwin.rules.regulation.Regulation;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * What changed between two versions of regulation folders, in terms of law: values with their dates, rows, provisions,
 * rules and what is remembered. Immutable.
 *
 * @param entries sorted by regulation, kind, topic, name and first day
 */
public record LawDiff(List<LawDiffEntry> entries) {

    /** Copies the list. */
    public LawDiff {
        entries = List.copyOf(entries);
    }

    /**
     * Compares two versions. Regulations are compared with those of the same id; if there is one on each side, they are
     * compared whatever they are called.
     *
     * @param before the older version
     * @param after the newer version
     * @return what changed
     */
    public static LawDiff between(Collection<Regulation> before, Collection<Regulation> after) {
        return new LawDiff(new Comparison(before, after).entries());
    }

    /**
     * Whether nothing changed.
     *
     * @return true if no entry is there
     */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * A part of what changed.
     *
     * @param wanted which entries
     * @return those, in the same order
     */
    public LawDiff only(Predicate<LawDiffEntry> wanted) {
        return new LawDiff(entries.stream().filter(wanted).toList());
    }

    /**
     * For a terminal.
     *
     * @return for each regulation its changes; a sentence if there are none
     */
    public String text() {
        return DiffText.of(this);
    }

    /**
     * In the form of a changelog that carries the dates of the law: kind, period with both days inclusive, folder.
     *
     * @return Markdown in which all text of the folders stands in backticks
     */
    public String markdown() {
        return DiffText.markdown(this);
    }

    /**
     * For programs.
     *
     * @return one JSON object with the list {@code changes}
     */
    public String json() {
        return DiffJson.of(this);
    }

    @Override
    public String toString() {
        return text();
    }
}
