package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.error.RulesError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** All twins of a city in the rows of their types, and how they lead to each other. For one thread at a time. */
final class CityRows {

    private final Map<String, TypeRows> byType = new TreeMap<>();
    private final List<TypeRows> types = new ArrayList<>();
    private final Roster roster = new Roster();
    /** By the number of a twin, one more than the position of its type; 0 if somebody leads to it, but nobody put it. */
    private final NarrowInts typeOf = new NarrowInts();

    private int[] rowOf = {};
    private int[] twinsOnPath = {};

    CityRows(AssetTypes assets) {
        for (AssetType type : assets.all()) {
            TypeRows rows = new TypeRows(type);
            byType.put(type.name(), rows);
            types.add(rows);
        }
    }

    /** What rules read is known from now on. */
    void read(CellCodes codes) {
        types.forEach(rows -> rows.read(codes));
    }

    List<TypeRows> types() {
        return types;
    }

    /** The rows of a type that somebody names. */
    TypeRows known(String type) {
        TypeRows rows = byType.get(type);
        if (rows == null) {
            throw new CityTwinException(
                    CoreError.ASSET_TYPE,
                    "There is no asset type `" + type + "`.",
                    "Maybe one of " + String.join(", ", byType.keySet()) + ".");
        }
        return rows;
    }

    TypeRows type(String name) {
        return Objects.requireNonNull(byType.get(name));
    }

    TwinId id(int twin) {
        return roster.id(twin);
    }

    /** The number of a twin that somebody put or leads to. */
    int number(TwinId id) {
        return roster.number(id);
    }

    int known(TwinId id) {
        int twin = roster.find(id);
        if (twin == Roster.NOBODY || !isPut(twin)) {
            throw new CityTwinException(
                    RulesError.INPUT, "`" + id + "` is not a known twin.", "Maybe put the twin first.");
        }
        return twin;
    }

    boolean isPut(int twin) {
        return typeOf.get(twin) != 0;
    }

    TypeRows rows(int twin) {
        return types.get(typeOf.get(twin) - 1);
    }

    int row(int twin) {
        return rowOf[twin];
    }

    void add(int twin, AssetType type) {
        TypeRows rows = type(type.name());
        typeOf.set(twin, types.indexOf(rows) + 1);
        rowOf = twin < rowOf.length ? rowOf : Arrays.copyOf(rowOf, twin + 1 + (twin >> 2));
        rowOf[twin] = rows.add(twin);
    }

    /** The number of the twin that a relation leads to, or {@link Roster#NOBODY}. */
    int target(int twin, String relation) {
        return rows(twin).leads(relation).target(row(twin));
    }

    /** The rows of the twins from which a path leads to a twin, as far as relations go. */
    void dependents(Outlook.Path path, int twin, IntConsumer row) {
        Outlook.Path parent = path.parent;
        if (parent == null) {
            row.accept(row(twin));
            return;
        }
        TypeRows from = parent.rows;
        path.leads().sources(twin, parent.parent == null ? row : source -> dependents(parent, from.twin(source), row));
    }

    /** Writes the signature of a row, but for where it is. */
    void sign(Outlook outlook, int row, int[] signature) {
        List<Outlook.Path> paths = outlook.paths();
        if (paths.size() > twinsOnPath.length) {
            twinsOnPath = new int[paths.size()];
        }
        int[] twins = twinsOnPath;
        twins[0] = outlook.subjects().twin(row);
        for (Outlook.Path path : paths) {
            if (path.parent != null) {
                twins[path.number] = follow(path, path.parent, twins, signature);
            }
            int twin = twins[path.number];
            for (Outlook.Cell cell : path.cells) {
                signature[cell.at] = twin == Roster.NOBODY ? 0 : cell.local(cell.column.get(row(twin)));
            }
        }
    }

    private int follow(Outlook.Path path, Outlook.Path parent, int[] twins, int[] signature) {
        signature[path.linkAt] = 0;
        if (twins[parent.number] == Roster.NOBODY) {
            return Roster.NOBODY;
        }
        int target = path.leads().target(row(twins[parent.number]));
        if (target == Roster.NOBODY) {
            signature[path.linkAt] = Outlook.Path.UNSET;
            return Roster.NOBODY;
        } else if (!isPut(target) || rows(target) != path.rows) {
            signature[path.linkAt] = Outlook.Path.STRANGER;
            return Roster.NOBODY;
        }
        for (int earlier = 0; earlier < path.number; earlier++) {
            if (twins[earlier] == target) {
                signature[path.linkAt] = Outlook.Path.SAME + earlier;
                return Roster.NOBODY;
            }
        }
        signature[path.linkAt] = Outlook.Path.FRESH;
        return target;
    }
}
