package io.citytwin.rules.internal.diff;

import io.citytwin.core.model.ValueType;
import io.citytwin.rules.internal.diff.Notebook.Reach;
import io.citytwin.rules.internal.diff.Notebook.Sides;
import io.citytwin.rules.internal.diff.Notebook.Thing;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.LawDiffEntry.Kind;
import io.citytwin.rules.verify.LawDiffEntry.Topic;
import io.citytwin.rules.verify.LawDiffEntry.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares what is told, counted and remembered. It carries no dates. */
final class StateDiff {

    private final Versions versions;
    private final Notebook notes;

    StateDiff(Versions versions, Notebook notes) {
        this.versions = versions;
        this.notes = notes;
    }

    /** What is remembered, in words, and what rules call it. */
    private record Remembered(String words, String assetType, String property) {}

    void compare() {
        Map<Topic, SortedMap<String, Remembered>> before = remembered(versions.before());
        Map<Topic, SortedMap<String, Remembered>> after = remembered(versions.after());
        before.forEach((topic, older) -> compare(topic, older, after.getOrDefault(topic, new TreeMap<>())));
    }

    private void compare(Topic topic, SortedMap<String, Remembered> before, SortedMap<String, Remembered> after) {
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            Optional<Remembered> older = Optional.ofNullable(before.get(name));
            Optional<Remembered> newer = Optional.ofNullable(after.get(name));
            if (!older.equals(newer)) {
                Sides sides = new Sides(older.map(StateDiff::version), newer.map(StateDiff::version));
                Reach reach = newer.map(
                                one -> Reach.readBy(versions.readers().ofState(one.assetType(), one.property())))
                        .orElse(Reach.nobody());
                notes.note(older.isPresent() ? Kind.CORRECTION : Kind.COVERAGE, new Thing(topic, name), sides, reach);
            }
        }
    }

    private static Version version(Remembered remembered) {
        return Version.of(remembered.words());
    }

    private static Map<Topic, SortedMap<String, Remembered>> remembered(Regulation regulation) {
        StateSpec state = regulation.state();
        Map<Topic, SortedMap<String, Remembered>> all = new LinkedHashMap<>();
        SortedMap<String, Remembered> inputs = new TreeMap<>();
        state.inputs().forEach((name, one) -> inputs.put(name, new Remembered(words(one), one.of(), name)));
        all.put(Topic.INPUT, inputs);
        SortedMap<String, Remembered> indicators = new TreeMap<>();
        state.indicators().forEach((name, one) -> indicators.put(name, new Remembered(words(one), one.of(), name)));
        all.put(Topic.INDICATOR, indicators);
        SortedMap<String, Remembered> runs = new TreeMap<>();
        state.runs().forEach((name, one) -> runs.put(name, new Remembered(words(one), one.of(), name)));
        all.put(Topic.RUN, runs);
        SortedMap<String, Remembered> levels = new TreeMap<>();
        state.levels().forEach((name, one) -> levels.put(name, new Remembered(words(one), one.of(), one.property())));
        all.put(Topic.LEVEL, levels);
        SortedMap<String, Remembered> counters = new TreeMap<>();
        state.counters().forEach((name, one) -> counters.put(name, new Remembered(words(one), one.of(), name)));
        all.put(Topic.COUNTER, counters);
        return all;
    }

    private static String words(StateSpec.Input input) {
        return "of " + input.of()
                + (input.values() instanceof ValueType.Names list
                        ? ", one of " + String.join(", ", list.names())
                        : ", in " + ((ValueType.Number) input.values()).unit());
    }

    private static String words(StateSpec.Indicator indicator) {
        return "of " + indicator.of() + ", " + indicator.how().take() + " of " + indicator.from() + "."
                + indicator.property()
                + indicator
                        .where()
                        .map(where -> " where " + where.property() + " = " + where.name())
                        .orElse("")
                + ", " + indicator.how().decimals() + " decimals "
                + indicator.how().rounding() + ", capture "
                + indicator.how().capture() + ", known next day "
                + indicator.known().time();
    }

    private static String words(StateSpec.Run run) {
        return "of " + run.of() + ", days with " + run.indicator() + (run.above() ? " > " : " <= ") + run.limit()
                + ", missing " + run.missing();
    }

    private static String words(StateSpec.Level level) {
        return "of " + level.of() + ", " + String.join(" < ", level.states().names()) + ", start " + level.start()
                + (level.target() == StateSpec.Target.EXACTLY ? ", set exactly" : "")
                + ", decided " + level.evaluate()
                + level.season().map(season -> ", season " + season).orElse(", without season")
                + ", outside " + level.outside() + " (" + level.confidence().label() + ")";
    }

    private static String words(StateSpec.Counter counter) {
        return "of " + counter.of() + counter.per().map(per -> " per " + per).orElse("") + ", counts "
                + counter.counts()
                + counter.period().starts().map(day -> ", year starts " + day).orElse(", each day");
    }
}
