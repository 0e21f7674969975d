package io.citytwin.rules.internal.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** The places where twins are, each once: the codes of all areas around, and what is not known of them. For one thread at a time. */
final class Wheres {

    /** A regulation holds there. */
    static final int HOLDS = 1;
    /** It does not. */
    static final int ELSEWHERE = 2;

    private static final int STATE = 2;

    private final Map<Where, Integer> numbers = new HashMap<>();
    private final List<Where> all = new ArrayList<>();
    private final Map<SortedSet<String>, Integer> open = new HashMap<>();
    private final List<SortedSet<String>> missing = new ArrayList<>();

    /** The codes of all areas, and the relations or codes that are not known. Immutable. */
    record Where(Set<String> codes, SortedSet<String> missing) {}

    int number(Where where) {
        return numbers.computeIfAbsent(where, fresh -> {
            all.add(fresh);
            return all.size() - 1;
        });
    }

    Where where(int number) {
        return all.get(number);
    }

    /** Whether a jurisdiction is a whole state: it holds for every twin of an engine, wherever it is. */
    static boolean isState(String jurisdiction) {
        return jurisdiction.length() == STATE;
    }

    /** What the first position of a signature says for a jurisdiction. */
    int code(String jurisdiction, int number) {
        if (isState(jurisdiction) || where(number).codes().contains(jurisdiction)) {
            return HOLDS;
        }
        SortedSet<String> unknown = where(number).missing();
        return unknown.isEmpty()
                ? ELSEWHERE
                : open.computeIfAbsent(unknown, fresh -> {
                    missing.add(fresh);
                    return ELSEWHERE + missing.size();
                });
    }

    /** What a code means. */
    Jurisdictions.Holds holds(int code) {
        return switch (code) {
            case HOLDS -> new Jurisdictions.Holds(Optional.of(true), new java.util.TreeSet<>());
            case ELSEWHERE -> new Jurisdictions.Holds(Optional.of(false), new java.util.TreeSet<>());
            default ->
                new Jurisdictions.Holds(Optional.empty(), Objects.requireNonNull(missing.get(code - ELSEWHERE - 1)));
        };
    }
}
