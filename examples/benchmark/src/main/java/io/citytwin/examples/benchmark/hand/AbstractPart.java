package io.citytwin.examples.benchmark.hand;

import io.citytwin.examples.benchmark.city.Column;
import io.citytwin.examples.benchmark.city.Kind;
import io.citytwin.examples.benchmark.city.ReferenceCity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All twins of a kind: what rules read of each, side by side in one array, and what the law says of each, one bit for
 * each thing it can say. Cells hold places in the list of a column's values. For one thread at a time.
 */
abstract class AbstractPart {

    private final ReferenceCity city;
    private final List<Column> columns;
    private final int[] slots;
    private final int width;
    private final short[] cells;
    private final long[] said;
    private final List<String> texts = new ArrayList<>();

    AbstractPart(ReferenceCity city, Kind kind, String... read) {
        this.city = city;
        this.columns = city.columns(kind);
        this.slots = new int[columns.size()];
        this.width = read.length;
        Arrays.fill(slots, -1);
        for (int slot = 0; slot < width; slot++) {
            slots[columnOf(read[slot]).index()] = slot;
        }
        this.cells = new short[city.count(kind) * width];
        this.said = new long[city.count(kind)];
        int first = city.first(kind);
        for (Column column : columns) {
            int slot = slots[column.index()];
            for (int i = 0; slot >= 0 && i < said.length; i++) {
                cells[i * width + slot] = (short) city.valueOf(first + i, column);
            }
        }
    }

    final ReferenceCity city() {
        return city;
    }

    final int size() {
        return said.length;
    }

    private Column columnOf(String property) {
        return columns.stream()
                .filter(column -> column.property().equals(property))
                .findFirst()
                .orElseThrow();
    }

    /** The cell of a twin in a slot. */
    final int cell(int twin, int slot) {
        return cells[twin * width + slot];
    }

    /** What the cells of a column mean: places of names, numbers of towns, 0 and 1. */
    final int[] codes(String property) {
        return columnOf(property).codes().stream().mapToInt(code -> (int) code).toArray();
    }

    /** What one value of a column means. */
    final int code(String property, String value) {
        Column column = columnOf(property);
        for (int i = 0; i < column.values().size(); i++) {
            if (column.values().get(i).toString().equals(value)) {
                return (int) column.code(i);
            }
        }
        throw new IllegalArgumentException("`" + property + "` is never `" + value + "` here");
    }

    /** Where a number cuts a column of rising numbers: cells before it are less, the others are not. */
    final int cut(String property, double number) {
        return (int) columnOf(property).codes().stream()
                .filter(code -> code < number)
                .count();
    }

    /** Where cells begin that are more than a number. */
    final int cutAbove(String property, double number) {
        return cut(property, Math.nextUp(number));
    }

    /** Which cells of a column meet a test, such as a flag that is set. */
    final boolean[] meets(String property, java.util.function.DoublePredicate test) {
        Column column = columnOf(property);
        boolean[] met = new boolean[column.values().size()];
        for (int i = 0; i < met.length; i++) {
            met[i] = test.test(column.code(i));
        }
        return met;
    }

    /** Which cells of a column of flags are yes. */
    final boolean[] yes(String property) {
        return meets(property, code -> code != 0);
    }

    /** The bit that stands for something that the law can say. */
    final long bit(String text) {
        int known = texts.indexOf(text);
        if (known < 0) {
            known = texts.size();
            texts.add(text);
        }
        return 1L << known;
    }

    final void set(int twin, int column, int value) {
        int slot = slots[column];
        if (slot >= 0 && cells[twin * width + slot] != value) {
            cells[twin * width + slot] = (short) value;
            said[twin] = say(twin);
            changed(twin, slot);
        }
    }

    /** Another part may depend on what changed. */
    void changed(int twin, int slot) {}

    /** Reads the law of the moment, and the levels. */
    abstract void read(Situation now);

    /** What the law says of a twin. */
    abstract long say(int twin);

    final void refresh(int twin) {
        said[twin] = say(twin);
    }

    final void refreshAll() {
        for (int i = 0; i < said.length; i++) {
            said[i] = say(i);
        }
    }

    final SortedSet<String> findings(int twin) {
        SortedSet<String> found = new TreeSet<>();
        for (long bits = said[twin]; bits != 0; bits &= bits - 1) {
            found.add(texts.get(Long.numberOfTrailingZeros(bits)));
        }
        return found;
    }
}
