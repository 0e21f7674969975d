package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What several groups of rules together see of a twin, and further along the relations that any of them follows.
 * Immutable.
 *
 * @param relation that leads here; empty for the twin itself
 * @param type of the twin
 * @param groups that look here
 * @param cells that some group reads of it
 * @param beyond what is seen from here, in the order of the relations
 */
record Look(String relation, AssetType type, Set<Group> groups, List<Cell> cells, List<Look> beyond) {

    /** A cell that some groups read. */
    record Cell(Set<Group> groups, Reader reader) {}

    /** Reads a cell. */
    interface Reader {
        /** Equal for what rules cannot tell apart. */
        Object of(Twin twin, CityView city, Moment moment);
    }

    /** Where a relation leads if not to another twin that somebody knows. */
    private enum Nowhere {
        UNSET,
        STRANGER,
        SELF,
        /** Of what would be seen further on. */
        NOTHING
    }

    /**
     * A signature that is being written.
     *
     * @param self the twin with which the look began: where relations lead back to it, all is seen already
     * @param names equal for twins that rules can only see to be the same
     * @param signature so far
     */
    record Sheet(TwinId self, CityView city, Moment moment, Function<TwinId, Object> names, List<Object> signature) {}

    /** Writes what is seen of a twin; false if a relation leads to a twin of another type than it says. */
    boolean write(Twin twin, Sheet sheet) {
        for (Cell cell : cells) {
            sheet.signature().add(cell.reader().of(twin, sheet.city(), sheet.moment()));
        }
        for (Look next : beyond) {
            if (!next.follow(Optional.ofNullable(twin.values().get(next.relation())), sheet)) {
                return false;
            }
        }
        return true;
    }

    /** Writes where a relation leads and what is seen there. */
    boolean follow(Optional<Value> to, Sheet sheet) {
        Optional<Twin> target = to.filter(Value.Ref.class::isInstance)
                .flatMap(value -> sheet.city().twin(((Value.Ref) value).target()));
        if (target.isEmpty()) {
            sheet.signature().add(to.isEmpty() ? Nowhere.UNSET : Nowhere.STRANGER);
            leaveOut(sheet);
            return true;
        }
        Twin there = target.get();
        if (there.id().equals(sheet.self())) {
            sheet.signature().add(Nowhere.SELF);
            leaveOut(sheet);
            return true;
        }
        sheet.signature().add(sheet.names().apply(there.id()));
        return there.type().name().equals(type.name()) && write(there, sheet);
    }

    private void leaveOut(Sheet sheet) {
        cells.forEach(cell -> sheet.signature().add(Nowhere.NOTHING));
        beyond.forEach(next -> {
            sheet.signature().add(Nowhere.NOTHING);
            next.leaveOut(sheet);
        });
    }

    /** Who looks at each position of what {@link #write} writes. */
    void addReaders(List<Set<Group>> readers) {
        cells.forEach(cell -> readers.add(cell.groups()));
        beyond.forEach(next -> next.addFollowers(readers));
    }

    /** Who looks at each position of what {@link #follow} writes. */
    void addFollowers(List<Set<Group>> readers) {
        readers.add(groups);
        addReaders(readers);
    }

    /** Whether a twin of a type is seen, further on than where the look begins. */
    boolean sees(String assetType) {
        return beyond.stream().anyMatch(next -> next.type().name().equals(assetType) || next.sees(assetType));
    }
}
