package io.citytwin.rules.internal.engine;

import io.citytwin.rules.StandingFindings.Verdict;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The classes of the twins of one type, as some groups of rules see them. Twins with the same signature are of one class;
 * class 0 holds those that are not there. What is said of a class is worked out when a step ends. For one thread at a
 * time.
 */
final class ClassTable {

    private static final int NOTHING = 0;
    private static final int SMALLEST = 16;
    /** Fewer classes are not worth sweeping, nor fewer moves forgetting. */
    private static final int FEW = 1_000;

    private final Outlook outlook;
    private final Signatures signatures;
    private final List<Verdicts> verdicts;
    /** The tables for which a step has something to do. */
    private final Collection<ClassTable> stale;

    private boolean isStale;
    /** The class, and a bit that is set if it is another than at the end of the last step. */
    private final Records.Field classes;

    private final int[] sheet;
    private int rows;
    private int[] members;
    private int used;
    /** The rows that changed class in this step, and their classes before. */
    private int[] movedRows = new int[SMALLEST];

    private int[] movedFrom = new int[SMALLEST];
    private int moved;

    /** Is told which row has another verdict. */
    interface Told {
        void changed(int row, Verdict before, Verdict now);
    }

    ClassTable(Outlook outlook, Verdicts.Judge judge, Collection<ClassTable> stale) {
        this.outlook = outlook;
        this.stale = stale;
        this.classes = outlook.subjects().records().field();
        this.sheet = new int[outlook.length()];
        this.signatures = new Signatures(outlook.length());
        this.members = new int[signatures.room()];
        this.verdicts = outlook.groups().stream()
                .map(group -> new Verdicts(group, outlook, signatures, judge))
                .toList();
    }

    Outlook outlook() {
        return outlook;
    }

    List<Verdicts> verdicts() {
        return verdicts;
    }

    /** How many classes have a twin. */
    int inUse() {
        return used;
    }

    int classOf(int row) {
        return classes.get(row) >>> 1;
    }

    /** The code in one position of a row's signature; the row must have a class. */
    int at(int row, int position) {
        return signatures.at(classOf(row), position);
    }

    boolean holds(int row) {
        return classOf(row) != NOTHING;
    }

    /** Another code in one position of a row's signature; where the law does not hold, nothing else counts. */
    void change(int row, int position, int code) {
        int from = classOf(row);
        if (from != NOTHING) {
            move(row, from, signatures.moved(from, position, code));
        }
    }

    /** Where somebody may write a signature to place a row. */
    int[] sheet() {
        return sheet;
    }

    /** The whole signature of a row; it is copied if it is new. */
    void place(int row, int[] signature) {
        rows = Math.max(rows, row + 1);
        move(row, classOf(row), signatures.of(signature));
    }

    /** Nothing is said of a row from now on. */
    void leave(int row) {
        move(row, classOf(row), NOTHING);
    }

    private void move(int row, int from, int to) {
        if (from == to) {
            return;
        }
        makeRoom(to);
        used += members[to]++ == 0 ? 1 : 0;
        used -= --members[from] == 0 ? 1 : 0;
        if ((classes.get(row) & 1) == 0) {
            becomeStale();
            if (moved == movedRows.length) {
                movedRows = Arrays.copyOf(movedRows, 2 * moved);
                movedFrom = Arrays.copyOf(movedFrom, 2 * moved);
            }
            movedRows[moved] = row;
            movedFrom[moved++] = from;
        }
        classes.set(row, to << 1 | 1);
    }

    private void makeRoom(int one) {
        if (one >= members.length) {
            members = Arrays.copyOf(members, signatures.room());
            verdicts.forEach(Verdicts::grow);
        }
    }

    /** Asks about the classes that those with twins would become if a cell of all of them had a code. */
    void prepare(Outlook.Cell cell, int code) {
        int end = signatures.end();
        for (int one = 1; one < end; one++) {
            if (members[one] > 0 && cell.isIn(one, signatures)) {
                int other = signatures.moved(one, cell.at, code);
                makeRoom(other);
                verdicts.forEach(each -> each.now(other));
            }
        }
    }

    private void becomeStale() {
        if (!isStale) {
            isStale = true;
            stale.add(this);
        }
    }

    /** The rules see the law of a moment from now on. */
    void goBy(Scenes scenes, Moment moment) {
        for (Verdicts one : verdicts) {
            one.goBy(scenes.lawAt(one.group(), moment), moment);
            if (!one.isLawSame()) {
                becomeStale();
            }
        }
    }

    /** Works out what will be said under the law of a moment to come. */
    void prepare(Scenes scenes, Moment moment) {
        verdicts.forEach(one -> one.prepare(scenes.lawAt(one.group(), moment), moment, members));
    }

    /** Ends a step. */
    void step(Told told) {
        for (Verdicts one : verdicts) {
            if (!one.isLawSame()) {
                tellOfLaw(one, told);
            }
        }
        for (int at = 0; at < moved; at++) {
            int row = movedRows[at];
            int now = classOf(row);
            for (Verdicts one : verdicts) {
                tell(told, row, one.before(movedFrom[at]), one.now(now));
            }
            classes.set(row, now << 1);
        }
        verdicts.forEach(Verdicts::settle);
        moved = 0;
        if (movedRows.length > FEW) {
            movedRows = new int[SMALLEST];
            movedFrom = new int[SMALLEST];
        }
        isStale = false;
        if (signatures.end() > FEW && 4 * used < signatures.end()) {
            sweep();
        }
    }

    /** Of rows that stayed in their class, of which something else is said now. */
    private void tellOfLaw(Verdicts one, Told told) {
        boolean[] others = one.others(members);
        if (others.length == 0) {
            return;
        }
        for (int row = 0; row < rows; row++) {
            int same = classes.get(row);
            if ((same & 1) == 0 && others[same >>> 1]) {
                told.changed(row, one.before(same >>> 1), one.now(same >>> 1));
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // equal verdicts are the same object
    private static void tell(Told told, int row, Verdict was, Verdict is) {
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
                members[kept++] = members[one];
            }
        }
        Arrays.fill(members, kept, end, 0);
        signatures.rename(renamed);
        verdicts.forEach(one -> one.rename(renamed));
        for (int row = 0; row < rows; row++) {
            classes.set(row, renamed[classOf(row)] << 1);
        }
    }
}
