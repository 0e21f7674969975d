package io.citytwin.rules.verify;

import io.citytwin.rules.regulation.Validity;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One thing that changed between two versions of a regulation. Immutable.
 *
 * @param regulation id of the regulation
 * @param kind what the change means
 * @param topic what kind of thing changed
 * @param name what it is called, such as the parameter
 * @param before what it was, or what held in its place; empty if nothing was there
 * @param after what it is, or what holds in its place; empty if nothing is there
 * @param period days on which somebody can get another answer; empty if nobody does, or no dates say it
 * @param details what else differs, and which rows came and went
 * @param readBy rules that read it; rules of other regulations with their regulation's id before them
 */
public record LawDiffEntry(
        String regulation,
        Kind kind,
        Topic topic,
        String name,
        Optional<Version> before,
        Optional<Version> after,
        Optional<Period> period,
        List<String> details,
        SortedSet<String> readBy) {

    /** Copies the collections. */
    public LawDiffEntry {
        details = List.copyOf(details);
        readBy = Collections.unmodifiableSortedSet(new TreeSet<>(readBy));
    }

    /** What a change means. */
    public enum Kind {
        /** The regulation changed: from some day on, something else holds. */
        LAW,
        /** The folder had it wrong. */
        CORRECTION,
        /** The folder had it not at all. */
        COVERAGE,
        /** Nothing that law says: wording, how a fact was read, cases. */
        EDITORIAL;

        /**
         * As in a changelog.
         *
         * @return small letters
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What kind of thing changed, in the order in which changes are told. */
    public enum Topic {
        REGULATION,
        VALUE,
        ROW,
        PROVISION,
        RULE,
        INPUT,
        INDICATOR,
        RUN,
        LEVEL,
        COUNTER,
        SOURCE,
        CASE;

        /**
         * As in a sentence.
         *
         * @return small letters
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One side of a change. Immutable.
     *
     * @param text the value, the row, the rule
     * @param validity dates, source and how it was read, where there are any
     */
    public record Version(String text, Optional<Validity> validity) {

        /**
         * Something without dates of its own.
         *
         * @param text what it says
         * @return a version
         */
        public static Version of(String text) {
            return new Version(text, Optional.empty());
        }
    }

    /**
     * Days of law. Immutable.
     *
     * @param first the first day
     * @param last the last day, inclusive; empty if no end is known
     */
    public record Period(LocalDate first, Optional<LocalDate> last) {

        /**
         * Whether a day lies in it.
         *
         * @param day any day
         * @return true from the first to the last day
         */
        public boolean contains(LocalDate day) {
            return !day.isBefore(first) && last.map(end -> !day.isAfter(end)).orElse(true);
        }

        @Override
        public String toString() {
            return last.map(end -> first + " to " + end).orElse("since " + first);
        }
    }
}
