package io.citytwin.rules.internal.engine;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.citytwin.rules.StandingFindings;
import io.citytwin.rules.StandingFindings.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tables under another law take the place of those under the law before. For one thread at a time. */
final class Takeover {

    private final ClassTables before;
    private final ClassTables next;

    Takeover(ClassTables before, ClassTables next) {
        this.before = before;
        this.next = next;
    }

    /** What one provision says of the twins of a type. */
    private record Said(ClassTable table, Verdicts verdicts) {

        static SortedMap<String, Said> of(ClassTables tables) {
            SortedMap<String, Said> all = new TreeMap<>();
            for (ClassTable table : tables.tables()) {
                for (Verdicts verdicts : table.verdicts()) {
                    all.put(type(table) + " " + verdicts.provision(), new Said(table, verdicts));
                }
            }
            return all;
        }

        static String type(ClassTable table) {
            return table.outlook().subjects().type().name();
        }

        Verdict of(int row) {
            return verdicts.now(table.classOf(row));
        }
    }

    /** What one provision said, and says; it may be new, or be no more. */
    private record Turn(Optional<Said> was, Optional<Said> is) {

        Said some() {
            return was.or(this::is).orElseThrow();
        }
    }

    /** What is the same under both laws is the same object from now on, so that telling them apart costs nothing. */
    void share() {
        Map<String, Said> known = Said.of(before);
        Said.of(next)
                .forEach((key, said) -> Optional.ofNullable(known.get(key))
                        .ifPresent(same -> said.verdicts().share(same.verdicts())));
    }

    /** Tells what is said of each twin that was not said before. */
    void tell(StandingFindings.Listener listener) {
        Map<String, Said> was = Said.of(before);
        Map<String, Said> is = Said.of(next);
        SortedMap<String, Turn> all = new TreeMap<>();
        was.forEach((key, said) -> all.put(key, new Turn(Optional.of(said), Optional.ofNullable(is.get(key)))));
        is.forEach((key, said) -> all.putIfAbsent(key, new Turn(Optional.empty(), Optional.of(said))));
        ListMultimap<String, Turn> byType = ArrayListMultimap.create();
        all.values().stream()
                .filter(turn -> !isSame(turn))
                .forEach(turn -> byType.put(Said.type(turn.some().table()), turn));
        byType.asMap().forEach((type, turns) -> tell(type, List.copyOf(turns), listener));
    }

    /** Most provisions are the same under both laws, and say the same of every twin. */
    private boolean isSame(Turn turn) {
        return turn.was().isPresent()
                && turn.is().isPresent()
                && !before.isAnyStopped()
                && turn.was().get().verdicts().isSameAs(turn.is().get().verdicts());
    }

    private void tell(String type, List<Turn> turns, StandingFindings.Listener listener) {
        next.city().type(type).forEach(twin -> {
            int known = before.city().find(next.city().id(twin), twin);
            int old = known == Roster.NOBODY ? Roster.NOBODY : before.city().row(known);
            int row = next.city().row(twin);
            for (Turn turn : turns) {
                tell(twin, turn, old, row, listener);
            }
        });
    }

    @SuppressWarnings("ReferenceEquality") // equal verdicts of a provision are the same object
    private static void tell(int twin, Turn turn, int old, int row, StandingFindings.Listener listener) {
        Verdict silence = turn.some().verdicts().silence();
        Verdict was = turn.was().isEmpty() || old == Roster.NOBODY
                ? silence
                : turn.was().get().of(old);
        Verdict is = turn.is().isEmpty() ? silence : turn.is().get().of(row);
        if (was != is) {
            listener.changed(twin, was, is);
        }
    }
}
