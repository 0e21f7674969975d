package io.citytwin.rules.internal.diff;

import io.citytwin.rules.internal.diff.Notebook.Reach;
import io.citytwin.rules.internal.diff.Notebook.Sides;
import io.citytwin.rules.internal.diff.Notebook.Thing;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.verify.LawDiffEntry.Kind;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import io.citytwin.rules.verify.LawDiffEntry.Topic;
import io.citytwin.rules.verify.LawDiffEntry.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares provisions: when they hold, where they stand and what they tell citizens. */
final class ProvisionDiff {

    private final Versions versions;
    private final Notebook notes;

    ProvisionDiff(Versions versions, Notebook notes) {
        this.versions = versions;
        this.notes = notes;
    }

    void compare() {
        SortedSet<String> names = new TreeSet<>(versions.before().provisions().keySet());
        names.addAll(versions.after().provisions().keySet());
        for (String name : names) {
            Provision older = versions.before().provisions().get(name);
            Provision newer = versions.after().provisions().get(name);
            if (older == null && newer != null) {
                note(versions.ofNew(newer.since()), name, Sides.added(version(newer)), during(newer));
            } else if (newer == null && older != null) {
                note(Kind.CORRECTION, name, Sides.removed(version(older)), during(older));
            } else if (older != null && newer != null) {
                both(older, newer);
            }
        }
    }

    private void both(Provision older, Provision newer) {
        List<String> law = new ArrayList<>();
        LawText.difference("first day", older, newer, one -> one.since().toString(), law);
        LawText.difference("last day", older, newer, one -> LawText.day(one.lastDay()), law);
        LawText.difference("source", older, newer, one -> one.source().toString(), law);
        LawText.difference("priority", older, newer, one -> Integer.toString(one.priority()), law);
        List<String> words = new ArrayList<>();
        LawText.difference("how it was read", older, newer, one -> LawText.read(one.confidence()), words);
        LawText.difference("title", older, newer, one -> HeaderDiff.text(one.title()), words);
        LawText.difference(
                "says", older, newer, one -> one.says().map(HeaderDiff::text).orElse("nothing"), words);
        if (!law.isEmpty() || !words.isEmpty()) {
            boolean ends = !older.lastDay().equals(newer.lastDay());
            Kind kind = law.isEmpty()
                    ? Kind.EDITORIAL
                    : newer.lastDay().filter(last -> ends).map(versions::ofEnd).orElse(Kind.CORRECTION);
            law.addAll(words);
            note(
                    kind,
                    newer.name(),
                    new Sides(Optional.of(version(older)), Optional.of(version(newer))),
                    Reach.during(differing(older, newer)).with(law));
        }
    }

    /** From the first to the last day on which only one of them holds. */
    private static Optional<Period> differing(Provision older, Provision newer) {
        if (older.since().equals(newer.since()) && older.lastDay().equals(newer.lastDay())) {
            return Optional.empty();
        }
        LocalDate first = earlier(older.since(), newer.since());
        LocalDate endOfOne =
                earlier(older.lastDay().orElse(LocalDate.MAX), newer.lastDay().orElse(LocalDate.MAX));
        boolean sameStart = older.since().equals(newer.since());
        Optional<LocalDate> last = older.lastDay().equals(newer.lastDay())
                ? Optional.of(later(older.since(), newer.since()).minusDays(1))
                : older.lastDay().flatMap(one -> newer.lastDay().map(other -> later(one, other)));
        return Optional.of(new Period(sameStart ? endOfOne.plusDays(1) : first, last));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Version version(Provision provision) {
        return Version.of(provision.title().in("en") + ", since " + provision.since()
                + provision.lastDay().map(day -> " to " + day).orElse("") + " (" + provision.source() + ")");
    }

    private static Reach during(Provision provision) {
        return Reach.during(Optional.of(new Period(provision.since(), provision.lastDay())));
    }

    private void note(Kind kind, String name, Sides sides, Reach reach) {
        notes.note(kind, new Thing(Topic.PROVISION, name), sides, reach);
    }
}
