package io.citytwin.rules.internal.diff;

import io.citytwin.rules.internal.diff.Notebook.Reach;
import io.citytwin.rules.internal.diff.Notebook.Sides;
import io.citytwin.rules.internal.diff.Notebook.Thing;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.regulation.Wording;
import io.citytwin.rules.verify.LawDiffEntry.Kind;
import io.citytwin.rules.verify.LawDiffEntry.Topic;
import io.citytwin.rules.verify.LawDiffEntry.Version;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what a regulation says of itself, its sources and its cases. */
final class HeaderDiff {

    private final Versions versions;
    private final Notebook notes;

    HeaderDiff(Versions versions, Notebook notes) {
        this.versions = versions;
        this.notes = notes;
    }

    void compare() {
        header(Kind.CORRECTION, "id", Regulation::id);
        header(Kind.CORRECTION, "jurisdiction", Regulation::jurisdiction);
        header(Kind.CORRECTION, "authority", Regulation::authority);
        header(Kind.CORRECTION, "rank", one -> Integer.toString(one.rank()));
        header(Kind.CORRECTION, "uses", one -> one.uses().toString());
        header(Kind.EDITORIAL, "title", one -> text(one.title()));
        header(Kind.EDITORIAL, "verified", one -> one.verified().toString());
        each(Topic.SOURCE, sources(versions.before()), sources(versions.after()));
        each(Topic.CASE, versions.before().cases(), versions.after().cases());
    }

    private void header(Kind kind, String name, Function<Regulation, String> said) {
        String older = said.apply(versions.before());
        String newer = said.apply(versions.after());
        if (!older.equals(newer)) {
            notes.note(kind, new Thing(Topic.REGULATION, name), Sides.of(older, newer), Reach.nobody());
        }
    }

    static String text(Wording wording) {
        return wording.byLanguage().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    private static SortedMap<String, String> sources(Regulation regulation) {
        SortedMap<String, String> texts = new TreeMap<>();
        regulation
                .sources()
                .forEach((key, source) -> texts.put(
                        key, source + source.url().map(url -> ", " + url).orElse("")));
        return texts;
    }

    private void each(Topic topic, SortedMap<String, String> older, SortedMap<String, String> newer) {
        SortedSet<String> names = new TreeSet<>(older.keySet());
        names.addAll(newer.keySet());
        for (String name : names) {
            Optional<String> was = Optional.ofNullable(older.get(name));
            Optional<String> is = Optional.ofNullable(newer.get(name));
            if (!was.equals(is)) {
                Sides sides = new Sides(was.map(text -> shown(topic, text)), is.map(text -> shown(topic, text)));
                notes.note(Kind.EDITORIAL, new Thing(topic, name), sides, Reach.nobody());
            }
        }
    }

    /** A case is told by its length: what it expects is for tests, not for a changelog. */
    private static Version shown(Topic topic, String text) {
        return Version.of(topic == Topic.CASE ? text.lines().count() + " lines" : text);
    }
}
