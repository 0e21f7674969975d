package io.citytwin.adapter.ocpp.internal.station;

import io.citytwin.adapter.ocpp.Authorization;
import io.citytwin.adapter.ocpp.ChargingSessions;
import io.citytwin.adapter.ocpp.OcppConfig;
import io.citytwin.core.spi.AdapterContext;

/**
 * What all stations share. Safe for use by many threads.
 *
 * @param context the city
 * @param config how it is set up
 * @param places which twins are where
 * @param letters makes dead letters
 * @param sessions that go on
 * @param tally counts
 * @param authorization who may charge
 * @param listener is told of sessions
 */
public record Site(
        AdapterContext context,
        OcppConfig config,
        Places places,
        Letters letters,
        Sessions sessions,
        Tally tally,
        Authorization authorization,
        ChargingSessions listener) {}
