package io.citytwin.rules.verify;

import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.check.GroupCells;
import io.citytwin.rules.regulation.Regulation;
import java.math.BigInteger;
import java.util.List;

/**
 * What the rules of one provision, or of one level, can tell apart. Two twins that look the same to them are of one class
 * and get the same answer, which the engine works out once. Immutable.
 *
 * @param regulation its id
 * @param group name of the provision or of the level
 * @param cells all that rules read of twins, in the order of their names
 * @param law names of the parameters and tables that rules read
 * @param most classes that there can be at most at one moment: the product of what each cell can be, unknown included
 */
public record GroupReads(String regulation, String group, List<Cell> cells, List<String> law, BigInteger most) {

    /** Copies the lists. */
    public GroupReads {
        cells = List.copyOf(cells);
        law = List.copyOf(law);
    }

    /** How a cell is told apart. */
    public enum How {
        /** Every name, or yes and no. */
        EXACT,
        /** A number by the interval between all dated values that it is compared with. */
        CUT,
        /** Two properties by whether their comparison holds. */
        BIT,
        /** The value itself, because a consequence says it. */
        VALUE,
        /** What the engine remembers: a level, a run, a counter or a day's input. */
        REGISTER,
        /** A relation by whether it leads to the twin that rules look at; what they read of that one counts by itself. */
        RELATION,
        /** The zone or area in which the regulation holds. */
        ZONE
    }

    /**
     * A cell that rules read.
     *
     * @param name such as {@code Vehicle.length}, or both sides of a comparison of two properties
     * @param how it is told apart
     * @param detail names, cuts or the code of the area, for people
     * @param values into how many it can be told apart, without unknown; 0 if there is no bound
     */
    public record Cell(String name, How how, String detail, int values) {}

    /**
     * The groups of one regulation.
     *
     * @param bundle holds the regulations that it uses
     * @param regulation any of its regulations
     * @return in the order of their names
     */
    public static List<GroupReads> of(RegulationBundle bundle, Regulation regulation) {
        return GroupCells.of(bundle.regulations(), regulation);
    }

    /**
     * Whether there is a bound at all.
     *
     * @return false if a consequence says a number that rules read off a twin
     */
    public boolean isBounded() {
        return cells.stream().noneMatch(cell -> cell.values() == 0);
    }
}
