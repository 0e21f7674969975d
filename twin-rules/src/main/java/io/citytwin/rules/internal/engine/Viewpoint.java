package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the groups that answer about a topic see of a twin, to the last digit, so that who looks the same need not be
 * shown to them again. Safe for use by many threads.
 */
final class Viewpoint {

    private final Look look;
    private final Map<Group, Share> shares = new HashMap<>();

    Viewpoint(AssetTypes assets, AssetType subject, List<Group> groups) {
        this.look = new Looks(assets, groups, new ExactCells()).of(subject);
        List<Set<Group>> readers = new ArrayList<>();
        look.addReaders(readers);
        groups.forEach(group -> shares.put(group, Share.of(group, readers)));
    }

    /** What each group sees of a twin. */
    interface Sighted {
        /** Equal where the group sees the same; empty if that can only be said when it is shown. */
        Optional<List<Object>> by(Group group);
    }

    Sighted of(Twin subject, CityView city, Moment moment) {
        List<TwinId> others = new ArrayList<>();
        List<Object> signature = new ArrayList<>();
        Look.Sheet sheet = new Look.Sheet(
                subject.id(),
                city,
                moment,
                id -> {
                    if (!others.contains(id)) {
                        others.add(id);
                    }
                    return others.indexOf(id);
                },
                signature);
        boolean whole = look.write(subject, sheet);
        return group ->
                whole ? Optional.ofNullable(shares.get(group)).map(share -> share.of(signature)) : Optional.empty();
    }
}
