package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.error.RulesError;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** All twins of a city in the rows of their types, and how they lead to each other. For one thread at a time. */
final class CityRows {

    private final Map<String, TypeRows> byType = new TreeMap<>();
    private final Roster roster = new Roster();
    private final TypeRows[] types;
    /** By the number of a twin, one more than the position of its type, and its row; 0 if nobody put it. */
    private int[] places = {};

    private final int typeBits;
    private int[] twinsOnPath = {};
    /** The twins that are no more since the last step, and where they were. */
    private final Map<Integer, Integer> removed = new LinkedHashMap<>();

    CityRows(AssetTypes assets) {
        assets.all().forEach(type -> byType.put(type.name(), new TypeRows(type)));
        types = byType.values().toArray(TypeRows[]::new);
        typeBits = Integer.SIZE - Integer.numberOfLeadingZeros(types.length);
    }

    /** What rules read is known from now on. */
    void read(CellCodes codes) {
        types().forEach(rows -> rows.read(codes));
    }

    Collection<TypeRows> types() {
        return byType.values();
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

    /** The number of a twin that was put, or {@link Roster#NOBODY}; most likely it is the one given. */
    int find(TwinId id, int likely) {
        return roster.has(likely, id) && isPut(likely) ? likely : find(id);
    }

    /** Twins get the numbers that they have in another city. */
    void number(CityRows other) {
        roster.copy(other.roster);
    }

    /** The number of a twin that was put, or {@link Roster#NOBODY}. */
    int find(TwinId id) {
        int twin = roster.find(id);
        return twin != Roster.NOBODY && isPut(twin) ? twin : Roster.NOBODY;
    }

    int known(TwinId id) {
        int twin = find(id);
        if (twin == Roster.NOBODY) {
            throw new CityTwinException(
                    RulesError.INPUT, "`" + id + "` is not a known twin.", "Maybe put the twin first.");
        }
        return twin;
    }

    boolean isPut(int twin) {
        return twin < places.length && places[twin] != 0;
    }

    TypeRows rows(int twin) {
        return rowsAt(places[twin]);
    }

    private TypeRows rowsAt(int place) {
        return types[(place & (1 << typeBits) - 1) - 1];
    }

    int row(int twin) {
        return places[twin] >>> typeBits;
    }

    /** A row for a twin; the one that it had, if it was removed in this step. */
    void add(int twin, AssetType type) {
        TypeRows rows = type(type.name());
        Integer left = removed.get(twin);
        if (left != null && rowsAt(left) == rows) {
            places[twin] = left;
            removed.remove(twin);
            return;
        }
        places = twin < places.length ? places : Arrays.copyOf(places, twin + 1 + (twin >> 3));
        places[twin] = rows.add(twin) << typeBits | 1 + List.of(types).indexOf(rows);
    }

    /** Nobody knows a twin any more; its row and number are still its own until {@link #forget}. */
    void remove(int twin) {
        removed.put(twin, places[twin]);
        places[twin] = 0;
    }

    /** Gives away what removed twins had. */
    void forget() {
        if (removed.isEmpty()) {
            return;
        }
        removed.forEach((twin, place) -> {
            rowsAt(place).records().free(place >>> typeBits);
            if (!isPut(twin) && !isLedTo(twin)) {
                roster.remove(twin);
            }
        });
        removed.clear();
    }

    private boolean isLedTo(int twin) {
        return byType.values().stream().anyMatch(rows -> rows.leadTo(twin));
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
