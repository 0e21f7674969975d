package io.citytwin.rules.internal.engine;

import io.citytwin.rules.LawChange;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells two laws apart, folder by folder. Safe for use by many threads. */
final class LawChanges {

    private LawChanges() {}

    static LawChange between(Edition before, Edition after, long number, Instant at, List<LevelDecision> ended) {
        Map<String, String> was = hashes(before.law());
        Map<String, String> is = hashes(after.law());
        SortedSet<String> added = new TreeSet<>(is.keySet());
        added.removeAll(was.keySet());
        SortedSet<String> removed = new TreeSet<>(was.keySet());
        removed.removeAll(is.keySet());
        SortedSet<String> changed = new TreeSet<>();
        was.forEach((id, hash) -> {
            if (is.containsKey(id) && !hash.equals(is.get(id))) {
                changed.add(id);
            }
        });
        return new LawChange(number, at, before.hash(), after.hash(), added, changed, removed, ended);
    }

    private static Map<String, String> hashes(Law law) {
        return law.regulations().collect(Collectors.toMap(Regulation::id, Regulation::hash));
    }
}
