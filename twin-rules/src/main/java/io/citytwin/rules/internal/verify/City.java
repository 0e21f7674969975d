package io.citytwin.rules.internal.verify;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The law and the kinds of twins that cases speak of. Immutable.
 *
 * @param regulations all that apply, the one that is asked about first
 * @param assets all types that twins may have
 * @param calendar time zone and holidays
 * @param region code of the region in which twins lie unless a case says otherwise
 */
public record City(List<Regulation> regulations, AssetTypes assets, CivilCalendar calendar, Optional<String> region) {

    /** A two-letter code is a whole state. */
    private static final int STATE = 2;

    /** Copies the list. */
    public City {
        regulations = List.copyOf(regulations);
    }

    /**
     * A city with several regulations. If those of regions hold in the same one, twins lie in it.
     *
     * @param regulations all that apply
     * @param assets all types that twins may have
     * @param calendar time zone and holidays
     * @return a city
     */
    public static City of(List<Regulation> regulations, AssetTypes assets, CivilCalendar calendar) {
        List<String> codes = regulations.stream()
                .map(City::region)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return new City(
                regulations, assets, calendar, codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty());
    }

    /**
     * The city with one regulation and those that it uses.
     *
     * @param regulation comes first
     * @return a city without the other regulations
     */
    public City around(Regulation regulation) {
        List<Regulation> law = withUsed(List.of(regulation), regulations);
        Optional<String> region = region(regulation)
                .or(() -> of(law, assets, calendar).region())
                // A zone or a town says nothing of its region, but of its state.
                .or(() -> Optional.of(regulation.jurisdiction())
                        .filter(code -> code.length() > STATE)
                        .map(code -> code.substring(0, STATE)));
        return new City(law, assets, calendar, region);
    }

    private static Optional<String> region(Regulation regulation) {
        return Optional.of(regulation.jurisdiction())
                .filter(code -> code.length() > STATE && regulation.rank() >= Regulation.REGION);
    }

    /**
     * Regulations with all that they use, directly or not.
     *
     * @param chosen come first
     * @param all where used ones are looked up
     * @return each once
     */
    public static List<Regulation> withUsed(Collection<Regulation> chosen, Collection<Regulation> all) {
        Map<String, Regulation> byId = new HashMap<>();
        all.forEach(one -> byId.put(one.id(), one));
        chosen.forEach(one -> byId.put(one.id(), one));
        Deque<Regulation> open = new ArrayDeque<>(chosen);
        Set<String> seen = new HashSet<>();
        List<Regulation> found = new ArrayList<>();
        while (!open.isEmpty()) {
            Regulation next = open.remove();
            if (seen.add(next.id())) {
                found.add(next);
                next.uses().values().stream()
                        .map(byId::get)
                        .filter(Objects::nonNull)
                        .forEach(open::add);
            }
        }
        return found;
    }

    /** The regulation whose cases these are. */
    Regulation main() {
        return regulations.get(0);
    }
}
