package io.citytwin.rules.internal.engine;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The groups of one law that claim actuators, and what their answers depend on. For one thread at a time. */
final class Claimants {

    private final Edition edition;
    private final SetMultimap<String, ClaimingGroup> bySubject = LinkedHashMultimap.create();
    private final Watchlist<Ask> watchlist;

    Claimants(Edition edition, AssetTypes assets, CityView city) {
        this.edition = edition;
        for (Group group : edition.law().provisions()) {
            ClaimingGroup claiming = new ClaimingGroup(group, assets, edition.law());
            claiming.subjects().forEach(subject -> bySubject.put(subject, claiming));
        }
        this.watchlist = new Watchlist<>(
                city, bySubject.values().stream().map(ClaimingGroup::group).toList());
    }

    /** What a group is asked about. */
    record Ask(Group group, TwinId twin) {

        /** The same of another law's group. */
        Named named() {
            return new Named(group.regulation().id() + "/" + group.name(), twin);
        }
    }

    /** A provision and a twin that it is asked about. */
    record Named(String provision, TwinId twin) {}

    Edition edition() {
        return edition;
    }

    Watchlist<Ask> watchlist() {
        return watchlist;
    }

    /** All that is asked about a twin. */
    Stream<Ask> asks(Twin twin) {
        return bySubject.get(twin.type().name()).stream().map(claiming -> new Ask(claiming.group(), twin.id()));
    }

    /** The groups that see another law by its dates than when this was asked last. */
    Set<Group> turned(Moment moment) {
        return new LinkedHashSet<>(bySubject.values())
                .stream()
                        .filter(claiming -> claiming.lawTurned(moment))
                        .map(ClaimingGroup::group)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
