package io.citytwin.adapter.ocpp.internal.station;

import io.citytwin.core.asset.EvseStatus;
import io.citytwin.core.model.TwinId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the plugs of a station do, where several belong to one charge point. For one thread at a time, but {@link #whole}. */
final class Statuses {

    /** A charge point serves one vehicle: if one of its cables is in use, it is; it is broken only if all are. */
    private static final List<EvseStatus> STRONGEST =
            List.of(EvseStatus.CHARGING, EvseStatus.RESERVED, EvseStatus.AVAILABLE, EvseStatus.OUT_OF_ORDER);

    private final Map<TwinId, Map<Integer, EvseStatus>> cables = new HashMap<>();
    private volatile Optional<Instant> brokenSince = Optional.empty();

    EvseStatus of(TwinId evse, int number, int cable, EvseStatus now) {
        Map<Integer, EvseStatus> all = cables.computeIfAbsent(evse, twin -> new HashMap<>());
        all.put(number * 10_000 + cable, now);
        Collection<EvseStatus> told = all.values();
        return STRONGEST.stream().filter(told::contains).findFirst().orElse(now);
    }

    /** The station as a whole. */
    void whole(EvseStatus status, Instant at) {
        if (status != EvseStatus.OUT_OF_ORDER) {
            brokenSince = Optional.empty();
        } else if (brokenSince.isEmpty()) {
            brokenSince = Optional.of(at);
        }
    }

    Optional<Instant> brokenSince() {
        return brokenSince;
    }
}
