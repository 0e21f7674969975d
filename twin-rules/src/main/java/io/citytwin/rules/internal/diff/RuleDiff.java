package io.citytwin.rules.internal.diff;

import io.citytwin.rules.internal.diff.Notebook.Reach;
import io.citytwin.rules.internal.diff.Notebook.Sides;
import io.citytwin.rules.internal.diff.Notebook.Thing;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.LawDiffEntry.Kind;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import io.citytwin.rules.verify.LawDiffEntry.Topic;
import io.citytwin.rules.verify.LawDiffEntry.Version;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares rules by what they say, not by how they are laid out or what their variables are called. */
final class RuleDiff {

    private final Versions versions;
    private final Notebook notes;

    RuleDiff(Versions versions, Notebook notes) {
        this.versions = versions;
        this.notes = notes;
    }

    void compare() {
        SortedMap<String, Rule> before = byName(versions.before());
        SortedMap<String, Rule> after = byName(versions.after());
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            Rule older = before.get(name);
            Rule newer = after.get(name);
            if (older == null && newer != null) {
                note(name, ofNew(newer), Sides.added(version(newer, versions.after())), days(newer, versions.after()));
            } else if (newer == null && older != null) {
                Sides sides = Sides.removed(version(older, versions.before()));
                note(name, Kind.CORRECTION, sides, days(older, versions.before()));
            } else if (older != null && newer != null) {
                Version was = version(older, versions.before());
                Version is = version(newer, versions.after());
                if (!was.equals(is)) {
                    Sides sides = new Sides(Optional.of(was), Optional.of(is));
                    note(name, Kind.CORRECTION, sides, days(newer, versions.after()));
                }
            }
        }
    }

    private static SortedMap<String, Rule> byName(Regulation regulation) {
        SortedMap<String, Rule> rules = new TreeMap<>();
        Readers.rules(regulation).forEach(rule -> rules.put(rule.name(), rule));
        return rules;
    }

    /** A rule carries no date: that of a new provision tells. */
    private Kind ofNew(Rule rule) {
        return versions.before().provisions().containsKey(rule.provision())
                ? Kind.COVERAGE
                : provision(rule, versions.after())
                        .map(Provision::since)
                        .map(versions::ofNew)
                        .orElse(Kind.COVERAGE);
    }

    private static Optional<Provision> provision(Rule rule, Regulation regulation) {
        return Optional.ofNullable(regulation.provisions().get(rule.provision()));
    }

    private static Optional<Period> days(Rule rule, Regulation regulation) {
        return provision(rule, regulation).map(found -> new Period(found.since(), found.lastDay()));
    }

    private static Version version(Rule rule, Regulation regulation) {
        return Version.of(new RuleWords(rule, regulation).text());
    }

    private void note(String name, Kind kind, Sides sides, Optional<Period> period) {
        notes.note(kind, new Thing(Topic.RULE, name), sides, Reach.during(period));
    }
}
