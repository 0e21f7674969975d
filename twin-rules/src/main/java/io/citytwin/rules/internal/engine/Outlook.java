package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.AssetType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that some groups of rules can see from a twin of one type: along the relations that they follow, a tree of paths,
 * and at the end of each the cells that they read. They read the same, and hold in the same jurisdiction. A signature has
 * one number for each. For one thread at a time.
 */
final class Outlook {

    /** Position of the signature that tells whether the regulations hold where the twin is. */
    static final int WHERE = 0;

    private final List<Group> groups;
    private final TypeRows subjects;
    private final String jurisdiction;
    private final List<Path> paths = new ArrayList<>();
    private int length = 1;
    private @Nullable ClassTable table;

    /** The groups see the same. */
    Outlook(List<Group> groups, Sight sight, CityRows city, CellCodes codes) {
        this.groups = List.copyOf(groups);
        this.subjects = city.type(sight.type().name());
        this.jurisdiction = groups.get(0).regulation().jurisdiction();
        add(sight, null, city, codes);
    }

    /** How a related twin is reached; the first path is the twin itself. Paths come in the order in which rules meet twins. */
    static final class Path {

        /** The relation is not set. */
        static final int UNSET = 1;
        /** It leads to a twin that nobody knows. */
        static final int STRANGER = 2;
        /** It leads to a twin that no path before leads to. */
        static final int FRESH = 3;
        /** It leads to where the path of this number less so many leads. */
        static final int SAME = 4;

        final Outlook outlook;
        final int number;
        final @Nullable Path parent;
        final String relation;
        final TypeRows rows;
        /** Position of the signature that tells where the relation leads; 0 there if the path before leads nowhere. */
        final int linkAt;
        /** Where the relation leads from twins of the path before; of the first path, none. */
        final @Nullable Leads leads;

        final List<Cell> cells = new ArrayList<>();

        private Path(Outlook outlook, @Nullable Path parent, String relation, TypeRows rows, int linkAt) {
            this.outlook = outlook;
            this.number = outlook.paths.size();
            this.parent = parent;
            this.relation = relation;
            this.rows = rows;
            this.linkAt = linkAt;
            this.leads = parent == null ? null : parent.rows.leads(relation);
        }

        AssetType type() {
            return rows.type();
        }

        Leads leads() {
            return Objects.requireNonNull(leads);
        }

        ClassTable table() {
            return Objects.requireNonNull(outlook.table);
        }
    }

    /** A cell that rules read at the end of a path: a property of the twin, or something that the engine keeps of it. */
    static final class Cell {

        final Path path;
        final int at;
        final Column column;
        final Codes codes;
        private int[] local = {};

        private Cell(Path path, int at, Column column, Codes codes) {
            this.path = path;
            this.at = at;
            this.column = column;
            this.codes = codes;
        }

        /** Whether a class has it: the law holds there, and a twin is at the end of the path. */
        boolean isIn(int one, Signatures signatures) {
            return signatures.at(one, WHERE) != Wheres.ELSEWHERE
                    && (path.parent == null || signatures.at(one, path.linkAt) == Path.FRESH);
        }

        /** The code of what has a code in the column, which may tell more apart than these rules do. */
        int local(int code) {
            if (codes == column.codes() || code == Codes.UNKNOWN) {
                return code;
            }
            if (code >= local.length) {
                local = Arrays.copyOf(local, code + 1 + code / 2);
            }
            if (local[code] == 0) {
                local[code] = codes.of(column.codes().value(code));
            }
            return local[code];
        }
    }

    /** The table whose twins are seen so. */
    void fill(ClassTable with) {
        table = with;
    }

    List<Group> groups() {
        return groups;
    }

    String jurisdiction() {
        return jurisdiction;
    }

    TypeRows subjects() {
        return subjects;
    }

    List<Path> paths() {
        return paths;
    }

    int length() {
        return length;
    }

    private void add(Sight sight, @Nullable Path parent, CityRows city, CellCodes codes) {
        Path path = new Path(
                this, parent, sight.relation(), city.type(sight.type().name()), parent == null ? WHERE : length++);
        paths.add(path);
        if (parent != null) {
            path.rows.arrivals().add(path);
            parent.rows.goesOnwards(path);
        }
        for (Sight.Seen seen : sight.cells()) {
            Column column = codes.column(sight.type(), seen);
            Codes own = seen.register().isPresent() ? column.codes() : codes.of(groups, sight.type(), seen.name());
            Cell cell = new Cell(path, length++, column, own);
            path.cells.add(cell);
            column.add(cell);
        }
        sight.beyond().forEach(next -> add(next, path, city, codes));
    }
}
