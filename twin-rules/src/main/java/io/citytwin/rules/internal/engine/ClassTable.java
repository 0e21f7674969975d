package io.citytwin.rules.internal.engine;

import io.citytwin.rules.StandingFindings.Verdict;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the twins of one type as one group of rules sees them. Twins with the same signature are of one class;
 * class 0 holds those that are not there. What is said of a class is worked out when a step ends. For one thread at a
 * time.
 */
final class ClassTable {

    private static final int NOTHING = 0;
    private static final int SMALLEST = 16;
    /** Fewer classes are not worth sweeping. */
    private static final int FEW = 1_000;
    /** So many laws come and go by the hour and the day of the week. */
    private static final int LAWS = 8;

    private final Outlook outlook;
    private final Judge judge;
    /** The tables for which a step has something to do. */
    private final Collection<ClassTable> stale;

    private final NarrowInts classes = new NarrowInts();
    private int rows;
    private final Signatures signatures = new Signatures();
    private int[] members = new int[SMALLEST];
    private int used;
    /** The rows that changed class in this step, and their classes before. */
    private int[] movedRows = new int[SMALLEST];

    private int[] movedFrom = new int[SMALLEST];
    private int moved;
    private long[] touched = new long[1];
    private @Nullable LawSeen law;
    private @Nullable Verdict[] now = new Verdict[SMALLEST];
    private @Nullable Verdict[] before = now;
    private final Map<List<Object>, @Nullable Verdict[]> recent = new LinkedHashMap<>(LAWS, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, @Nullable Verdict[]> eldest) {
            return size() > LAWS;
        }
    };
    private final Map<Verdict, Verdict> shared = new HashMap<>();
    private final Verdict silence;

    /** Says what rules say of a class. */
    interface Judge {
        Verdict verdict(Outlook outlook, int[] signature, Moment moment);
    }

    /** What the rules see of the law, and a moment at which they do. */
    private record LawSeen(List<Object> sees, Moment moment) {

        static LawSeen of(Scene law, Moment moment) {
            return new LawSeen(List.of(law.facts, law.unknown, law.switchedOn), moment);
        }
    }

    /** Is told which row has another verdict. */
    interface Told {
        void changed(int row, Verdict before, Verdict now);
    }

    ClassTable(Outlook outlook, Verdict silence, Judge judge, Collection<ClassTable> stale) {
        this.outlook = outlook;
        this.judge = judge;
        this.stale = stale;
        this.silence = silence;
        shared.put(silence, silence);
        now[NOTHING] = silence;
    }

    Outlook outlook() {
        return outlook;
    }

    /** How many classes have a twin. */
    int inUse() {
        return used;
    }

    /** The number of a signature's position for a row; its class must be known. */
    int at(int row, int position) {
        return signatures.get(classes.get(row))[position];
    }

    boolean holds(int row) {
        return classes.get(row) != NOTHING;
    }

    /** Another number in one position of a row's signature. */
    void change(int row, int position, int code) {
        int from = classes.get(row);
        move(row, from, signatures.moved(from, position, code));
    }

    /** The whole signature of a row; it is copied if it is new. */
    void place(int row, int[] signature) {
        rows = Math.max(rows, row + 1);
        move(row, classes.get(row), signatures.of(signature));
    }

    private void move(int row, int from, int to) {
        if (from == to) {
            return;
        }
        if (to >= members.length) {
            members = Arrays.copyOf(members, 2 * to);
            boolean same = now == before;
            now = Arrays.copyOf(now, 2 * to);
            before = same ? now : Arrays.copyOf(before, 2 * to);
        }
        used += members[to]++ == 0 ? 1 : 0;
        used -= --members[from] == 0 ? 1 : 0;
        classes.set(row, to);
        if (touch(row)) {
            if (moved == 0 && now == before) {
                stale.add(this);
            }
            if (moved == movedRows.length) {
                movedRows = Arrays.copyOf(movedRows, 2 * moved);
                movedFrom = Arrays.copyOf(movedFrom, 2 * moved);
            }
            movedRows[moved] = row;
            movedFrom[moved++] = from;
        }
    }

    private boolean touch(int row) {
        int word = row >> 6;
        if (word >= touched.length) {
            touched = Arrays.copyOf(touched, word + 1 + word / 2);
        }
        boolean first = (touched[word] & 1L << row) == 0;
        touched[word] |= 1L << row;
        return first;
    }

    private boolean isTouched(int row) {
        return row >> 6 < touched.length && (touched[row >> 6] & 1L << row) != 0;
    }

    /** The rules see the law of a moment from now on. */
    void goBy(Scene other, Moment moment) {
        LawSeen next = LawSeen.of(other, moment);
        if (law == null) {
            law = next;
        } else if (!law.sees().equals(next.sees())) {
            if (now == before) {
                recent.put(law.sees(), before);
                if (moved == 0) {
                    stale.add(this);
                }
            }
            now = verdictsUnder(next);
            law = next;
        }
    }

    /** Works out what will be said of each class under the law of a moment to come. */
    void prepare(Scene other, Moment moment) {
        LawSeen next = LawSeen.of(other, moment);
        if (law != null && !law.sees().equals(next.sees())) {
            @Nullable Verdict[] then = verdictsUnder(next);
            for (int one = 1; one < signatures.end(); one++) {
                if (members[one] > 0 && then[one] == null) {
                    then[one] = shared(judge.verdict(outlook, signatures.get(one), moment));
                }
            }
            recent.put(next.sees(), then);
        }
    }

    /** Under this law as far as it was worked out before. */
    private @Nullable Verdict[] verdictsUnder(LawSeen next) {
        @Nullable Verdict[] known = recent.getOrDefault(next.sees(), new Verdict[0]);
        @Nullable Verdict[] then = known.length == before.length ? known : Arrays.copyOf(known, before.length);
        then[NOTHING] = silence;
        return then;
    }

    private Verdict shared(Verdict fresh) {
        return shared.computeIfAbsent(fresh, same -> same);
    }

    private Verdict verdict(int one) {
        Verdict known = now[one];
        if (known == null) {
            known = shared(judge.verdict(
                    outlook, signatures.get(one), Objects.requireNonNull(law).moment()));
            now[one] = known;
        }
        return known;
    }

    private Verdict verdictBefore(int one) {
        return Objects.requireNonNull(before[one]);
    }

    /** What is said of a row, as of the end of the last step. */
    Verdict of(int row) {
        return verdict(classes.get(row));
    }

    Verdict silence() {
        return silence;
    }

    /** Ends a step. */
    void step(Told told) {
        for (int at = 0; at < moved; at++) {
            tell(told, movedRows[at], verdictBefore(movedFrom[at]), verdict(classes.get(movedRows[at])));
        }
        if (now != before) {
            for (int row = 0; row < rows; row++) {
                int one = classes.get(row);
                if (one != NOTHING && !isTouched(row)) {
                    tell(told, row, verdictBefore(one), verdict(one));
                }
            }
            before = now;
        }
        for (int at = 0; at < moved; at++) {
            touched[movedRows[at] >> 6] = 0;
        }
        moved = 0;
        if (signatures.end() > FEW && 4 * used < signatures.end()) {
            sweep();
        }
    }

    @SuppressWarnings("ReferenceEquality") // equal verdicts are the same object
    private void tell(Told told, int row, Verdict was, Verdict is) {
        if (was != is) {
            told.changed(row, was, is);
        }
    }

    /** Forgets the classes that have no twin. */
    private void sweep() {
        int end = signatures.end();
        int[] renamed = new int[end];
        int kept = 1;
        for (int one = 1; one < end; one++) {
            if (members[one] > 0) {
                renamed[one] = kept;
                members[kept] = members[one];
                now[kept++] = now[one];
            }
        }
        Arrays.fill(members, kept, end, 0);
        Arrays.fill(now, kept, end, null);
        recent.clear();
        signatures.rename(renamed);
        for (int row = 0; row < rows; row++) {
            classes.set(row, renamed[classes.get(row)]);
        }
    }
}
