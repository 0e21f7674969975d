package io.citytwin.rules.internal.diff;

import io.citytwin.rules.internal.diff.Notebook.Reach;
import io.citytwin.rules.internal.diff.Notebook.Sides;
import io.citytwin.rules.internal.diff.Notebook.Thing;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.LawDiffEntry;
import io.citytwin.rules.verify.LawDiffEntry.Kind;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import io.citytwin.rules.verify.LawDiffEntry.Topic;
import io.citytwin.rules.verify.LawDiffEntry.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two versions of some regulations. Immutable. */
public final class Comparison {

    private static final Comparator<LawDiffEntry> ORDER = Comparator.comparing(LawDiffEntry::regulation)
            .thenComparing(LawDiffEntry::kind)
            .thenComparing(LawDiffEntry::topic)
            .thenComparing(LawDiffEntry::name)
            .thenComparing(entry -> entry.period().map(Period::first).orElse(LocalDate.MAX))
            .thenComparing(Comparison::sides);

    private final SortedMap<String, Regulation> before = new TreeMap<>();
    private final SortedMap<String, Regulation> after = new TreeMap<>();

    /**
     * Two versions.
     *
     * @param before the older one
     * @param after the newer one
     */
    public Comparison(Collection<Regulation> before, Collection<Regulation> after) {
        before.forEach(one -> this.before.put(one.id(), one));
        after.forEach(one -> this.after.put(one.id(), one));
    }

    private static String sides(LawDiffEntry entry) {
        return entry.before() + " " + entry.after();
    }

    /**
     * What differs.
     *
     * @return sorted by regulation, kind, topic, name and first day
     */
    public List<LawDiffEntry> entries() {
        List<LawDiffEntry> found = new ArrayList<>();
        if (before.size() == 1 && after.size() == 1) {
            found.addAll(compared(only(before), only(after)));
        } else {
            SortedSet<String> ids = new TreeSet<>(before.keySet());
            ids.addAll(after.keySet());
            ids.forEach(id -> found.addAll(entries(id)));
        }
        found.sort(ORDER);
        return found;
    }

    private static Regulation only(SortedMap<String, Regulation> one) {
        return one.values().iterator().next();
    }

    private List<LawDiffEntry> entries(String id) {
        Regulation older = before.get(id);
        Regulation newer = after.get(id);
        if (older != null && newer != null) {
            return compared(older, newer);
        }
        Notebook notes = new Notebook(id);
        Thing thing = new Thing(Topic.REGULATION, id);
        if (newer != null) {
            notes.note(Kind.COVERAGE, thing, Sides.added(called(newer)), Reach.during(since(newer)));
        } else if (older != null) {
            notes.note(Kind.CORRECTION, thing, Sides.removed(called(older)), Reach.during(since(older)));
        }
        return notes.entries();
    }

    private List<LawDiffEntry> compared(Regulation older, Regulation newer) {
        Versions versions = new Versions(older, newer, new Readers(newer, after.values()));
        Notebook notes = new Notebook(newer.id());
        new HeaderDiff(versions, notes).compare();
        new ValueDiff(versions, notes).compare();
        new ProvisionDiff(versions, notes).compare();
        new RuleDiff(versions, notes).compare();
        new StateDiff(versions, notes).compare();
        return notes.entries();
    }

    private static Version called(Regulation regulation) {
        return Version.of(regulation.title().in("en") + ", verified " + regulation.verified());
    }

    private static Optional<Period> since(Regulation regulation) {
        return regulation.provisions().values().stream()
                .map(Provision::since)
                .min(Comparator.naturalOrder())
                .map(first -> new Period(first, Optional.empty()));
    }
}
