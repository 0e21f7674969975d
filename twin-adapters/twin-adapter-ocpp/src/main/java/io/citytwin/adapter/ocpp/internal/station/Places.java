package io.citytwin.adapter.ocpp.internal.station;

import io.citytwin.adapter.ocpp.OcppPlug;
import io.citytwin.adapter.ocpp.OcppStation;
import io.citytwin.adapter.ocpp.OcppTemplate;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which twins are behind which numbers of which stations. Immutable. */
public final class Places {

    private final Map<String, OcppStation> listed = new HashMap<>();
    private final Map<TwinId, Place> connectors = new HashMap<>();
    private final Set<TwinId> others = new HashSet<>();
    private final Optional<NamePattern> connector;
    private final Optional<NamePattern> evse;
    private final Optional<NamePattern> station;

    /**
     * What is listed, and how the others are called.
     *
     * @param stations that are listed; one without plugs goes by the template
     * @param template for all others
     */
    public Places(List<OcppStation> stations, Optional<OcppTemplate> template) {
        for (OcppStation one : stations) {
            listed.put(one.identity(), one);
            one.twin().ifPresent(others::add);
            for (OcppPlug plug : one.plugs()) {
                connectors.put(plug.connector(), new Place(one.identity(), plug));
                plug.evse().ifPresent(others::add);
            }
        }
        connector = template.map(given -> new NamePattern(given.connector()));
        evse = template.flatMap(OcppTemplate::evse).map(NamePattern::new);
        station = template.flatMap(OcppTemplate::station).map(NamePattern::new);
    }

    /**
     * Whether a twin is behind a station.
     *
     * @param twin any twin
     * @return true if it is listed or called like one
     */
    public boolean serves(Twin twin) {
        TwinId id = twin.id();
        return connectors.containsKey(id)
                || others.contains(id)
                || switch (twin.type().name()) {
                    case "Connector" -> isCalled(connector, id);
                    case "Evse" -> isCalled(evse, id);
                    case "ChargingStation" -> isCalled(station, id);
                    default -> false;
                };
    }

    private boolean isCalled(Optional<NamePattern> pattern, TwinId id) {
        return pattern.flatMap(names -> names.read(id))
                .filter(read -> goesByTemplate(read.identity()))
                .isPresent();
    }

    private boolean goesByTemplate(String identity) {
        OcppStation one = listed.get(identity);
        return one == null || one.plugs().isEmpty();
    }

    /**
     * Whether a station is listed.
     *
     * @param identity of the station
     * @return false for those that only the template knows
     */
    public boolean isListed(String identity) {
        return listed.containsKey(identity);
    }

    /**
     * The stations that are listed.
     *
     * @return their identities
     */
    public Set<String> listed() {
        return Set.copyOf(listed.keySet());
    }

    /**
     * The station that a twin tells to be there.
     *
     * @param twin that is served
     * @return its identity
     */
    public Optional<String> identity(TwinId twin) {
        Place place = connectors.get(twin);
        return place != null
                ? Optional.of(place.identity())
                : connector.flatMap(names -> names.read(twin)).map(NamePattern.Read::identity);
    }

    /**
     * Where a connector is.
     *
     * @param twin a connector
     * @return empty if no station has it
     */
    public Optional<Place> place(TwinId twin) {
        Place place = connectors.get(twin);
        if (place != null) {
            return Optional.of(place);
        }
        return connector
                .flatMap(names -> names.read(twin))
                .flatMap(read -> plug(read.identity(), read.number(), read.cable())
                        .map(plug -> new Place(read.identity(), plug)));
    }

    /**
     * What is behind numbers.
     *
     * @param identity of the station
     * @param number from 1
     * @param cable from 1
     * @return empty if nothing is
     */
    public Optional<OcppPlug> plug(String identity, int number, int cable) {
        if (!goesByTemplate(identity)) {
            return plugs(identity).stream()
                    .filter(plug -> plug.number() == number && plug.cable() == cable)
                    .findFirst();
        }
        return connector
                .flatMap(names -> names.write(identity, number, cable))
                .map(twin ->
                        new OcppPlug(number, cable, twin, evse.flatMap(names -> names.write(identity, number, cable))));
    }

    /**
     * What is behind a number whose cable is not told.
     *
     * @param identity of the station
     * @param number from 1
     * @return the first cable; empty if nothing is there
     */
    public Optional<OcppPlug> firstPlug(String identity, int number) {
        return goesByTemplate(identity)
                ? plug(identity, number, 1)
                : plugs(identity).stream()
                        .filter(plug -> plug.number() == number)
                        .min(Comparator.comparing(OcppPlug::cable));
    }

    /**
     * Whether a station is known to have one plug only.
     *
     * @param identity of the station
     * @return false if its plugs are not listed
     */
    public boolean hasOnePlug(String identity) {
        return plugs(identity).size() == 1;
    }

    /**
     * The twin of a station as a whole.
     *
     * @param identity of the station
     * @return empty if it has none
     */
    public Optional<TwinId> station(String identity) {
        OcppStation one = listed.get(identity);
        return one != null && one.twin().isPresent()
                ? one.twin()
                : station.filter(names -> goesByTemplate(identity)).flatMap(names -> names.write(identity, 0, 1));
    }

    private List<OcppPlug> plugs(String identity) {
        OcppStation one = listed.get(identity);
        return one == null ? List.of() : one.plugs();
    }
}
