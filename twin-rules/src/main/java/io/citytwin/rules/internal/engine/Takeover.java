package io.citytwin.rules.internal.engine;

import io.citytwin.rules.StandingFindings;
import io.citytwin.rules.StandingFindings.Verdict;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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

        static Map<String, Said> of(ClassTables tables) {
            Map<String, Said> all = new TreeMap<>();
            for (ClassTable table : tables.tables()) {
                for (Verdicts verdicts : table.verdicts()) {
                    all.put(
                            table.outlook().subjects().type().name() + " " + verdicts.provision(),
                            new Said(table, verdicts));
                }
            }
            return all;
        }

        Verdict of(int row) {
            return verdicts.now(table.classOf(row));
        }
    }

    /** What is the same under both laws is the same object from now on, so that telling them apart costs nothing. */
    void share() {
        Map<String, Said> known = Said.of(before);
        Said.of(next).forEach((key, said) -> {
            Said same = known.get(key);
            if (same != null) {
                said.verdicts().share(same.verdicts());
            }
        });
    }

    /** Tells what is said of each twin that was not said before. */
    void tell(StandingFindings.Listener listener) {
        Map<String, Said> old = Said.of(before);
        Map<String, Said> fresh = Said.of(next);
        SortedSet<String> all = new TreeSet<>(old.keySet());
        all.addAll(fresh.keySet());
        all.forEach(key -> tell(old.get(key), fresh.get(key), listener));
    }

    @SuppressWarnings("ReferenceEquality") // equal verdicts of a provision are the same object
    private void tell(@Nullable Said old, @Nullable Said fresh, StandingFindings.Listener listener) {
        Verdict silence = (old == null ? fresh : old).verdicts().silence();
        String type =
                (old == null ? fresh : old).table().outlook().subjects().type().name();
        next.city().type(type).forEach(twin -> {
            int known = before.city().find(next.city().id(twin), twin);
            Verdict was = old == null || known == Roster.NOBODY
                    ? silence
                    : old.of(before.city().row(known));
            Verdict is = fresh == null ? silence : fresh.of(next.city().row(twin));
            if (was != is) {
                listener.changed(twin, was, is);
            }
        });
    }
}
