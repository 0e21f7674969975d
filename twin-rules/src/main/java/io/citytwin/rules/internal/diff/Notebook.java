package io.citytwin.rules.internal.diff;

import io.citytwin.rules.verify.LawDiffEntry;
import io.citytwin.rules.verify.LawDiffEntry.Kind;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import io.citytwin.rules.verify.LawDiffEntry.Topic;
import io.citytwin.rules.verify.LawDiffEntry.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what differs in one regulation. For one thread at a time. */
final class Notebook {

    private final String regulation;
    private final List<LawDiffEntry> entries = new ArrayList<>();

    Notebook(String regulation) {
        this.regulation = regulation;
    }

    /** What differs. */
    record Thing(Topic topic, String name) {}

    /** Both sides of it. */
    record Sides(Optional<Version> before, Optional<Version> after) {

        static Sides of(String before, String after) {
            return new Sides(Optional.of(Version.of(before)), Optional.of(Version.of(after)));
        }

        static Sides added(Version after) {
            return new Sides(Optional.empty(), Optional.of(after));
        }

        static Sides removed(Version before) {
            return new Sides(Optional.of(before), Optional.empty());
        }
    }

    /** Whom it concerns. */
    record Reach(Optional<Period> period, List<String> details, SortedSet<String> readBy) {

        static Reach nobody() {
            return new Reach(Optional.empty(), List.of(), Collections.emptySortedSet());
        }

        static Reach during(Optional<Period> period) {
            return new Reach(period, List.of(), Collections.emptySortedSet());
        }

        static Reach readBy(SortedSet<String> rules) {
            return new Reach(Optional.empty(), List.of(), new TreeSet<>(rules));
        }

        Reach with(List<String> more) {
            return new Reach(period, more, readBy);
        }
    }

    void note(Kind kind, Thing thing, Sides sides, Reach reach) {
        entries.add(new LawDiffEntry(
                regulation,
                kind,
                thing.topic(),
                thing.name(),
                sides.before(),
                sides.after(),
                reach.period(),
                reach.details(),
                reach.readBy()));
    }

    List<LawDiffEntry> entries() {
        return entries;
    }
}
