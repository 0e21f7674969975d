package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules of one group can see from a twin of one type: along the relations that they follow, a tree of paths,
 * and at the end of each the cells that they read. A signature has one number for each. Immutable, but for the codes of
 * its cells.
 */
final class Outlook {

    private static final int DEEPEST = 6;
    /** Position of the signature that tells whether the regulation holds where the twin is. */
    static final int WHERE = 0;

    private final Group group;
    private final AssetType subject;
    private final Relations relations;
    private final AssetTypes assets;
    private final CellCodes codes;
    private final List<Path> paths = new ArrayList<>();
    private int length = 1;

    Outlook(Group group, AssetType subject, AssetTypes assets, CellCodes codes) {
        this.group = group;
        this.subject = subject;
        this.assets = assets;
        this.codes = codes;
        this.relations = new Relations(group, assets);
        add(new Path(this, null, "", subject, -1), 0);
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
        final AssetType type;
        /** Position of the signature that tells where the relation leads; 0 if the path before leads nowhere. */
        final int linkAt;

        final List<Cell> cells = new ArrayList<>();

        Path(Outlook outlook, @Nullable Path parent, String relation, AssetType type, int linkAt) {
            this.outlook = outlook;
            this.number = outlook.paths.size();
            this.parent = parent;
            this.relation = relation;
            this.type = type;
            this.linkAt = linkAt;
        }
    }

    /** A cell that rules read at the end of a path: a property of the twin, or something that the engine keeps of it. */
    static final class Cell {

        final Path path;
        final int at;
        final Column column;
        final Codes codes;
        private int[] local = {};

        Cell(Path path, int at, Column column, Codes codes) {
            this.path = path;
            this.at = at;
            this.column = column;
            this.codes = codes;
        }

        /** The code of what has a code in the column, which may tell more apart than these rules do. */
        int local(int code) {
            if (codes == column.codes() || code == Codes.UNKNOWN) {
                return code;
            }
            if (code >= local.length) {
                local = java.util.Arrays.copyOf(local, code + 1 + code / 2);
            }
            if (local[code] == 0) {
                local[code] = codes.of(column.codes().value(code));
            }
            return local[code];
        }
    }

    Group group() {
        return group;
    }

    AssetType subject() {
        return subject;
    }

    List<Path> paths() {
        return paths;
    }

    int length() {
        return length;
    }

    String id() {
        return group.regulation().id() + "/" + group.name();
    }

    private void add(Path path, int depth) {
        paths.add(path);
        FactType type = group.types().get(path.type.name());
        if (type != null && type.origin() == FactType.Origin.ASSET) {
            for (int slot : group.reads(type)) {
                if (!(type.slots().get(slot).kind() instanceof FactType.KeyKind)) {
                    addCell(path, type.slots().get(slot).name());
                }
            }
        }
        if (depth < DEEPEST) {
            relations
                    .followed(path.type)
                    .forEach(
                            (relation, to) -> add(new Path(this, path, relation, assets.get(to), length++), depth + 1));
        }
    }

    private void addCell(Path path, String name) {
        Optional<Register> register = register(path.type.name(), name);
        Column column =
                register.map(kept -> codes.column(path.type, kept)).orElseGet(() -> codes.column(path.type, name));
        Codes own = register.isPresent() ? column.codes() : codes.of(group, path.type, name);
        Cell cell = new Cell(path, length++, column, own);
        path.cells.add(cell);
        column.cells().add(cell);
    }

    /** What the engine keeps under a name, of this regulation or of one that it uses. */
    private Optional<Register> register(String type, String name) {
        Regulation regulation = group.regulation();
        Optional<Group.Kept> level = group.level(type, name);
        if (level.isPresent()) {
            return Optional.of(
                    new Register.OfLevel(level.get().regulation(), level.get().level()));
        }
        StateSpec.Run run = regulation.state().runs().get(name);
        if (run != null && run.of().equals(type)) {
            return Optional.of(new Register.OfRun(regulation, run));
        }
        StateSpec.Counter counter = regulation.state().counters().get(name);
        if (counter != null && counter.of().equals(type)) {
            return Optional.of(new Register.OfCounter(regulation, counter));
        }
        StateSpec.Input input = regulation.state().inputs().get(name);
        return input != null && input.of().equals(type) ? Optional.of(new Register.OfInput(input)) : Optional.empty();
    }
}
