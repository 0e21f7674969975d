/**
 * A central system for charge points that speak OCPP 1.6J or 2.0.1: {@link io.citytwin.adapter.ocpp.OcppAdapter} listens, and
 * the stations connect to it. What they tell becomes observations of chargers' twins; what the city asks of a connector's
 * output becomes a charging profile. {@link io.citytwin.adapter.ocpp.OcppAdapterBuilder} sets it up from Java,
 * {@link io.citytwin.adapter.ocpp.OcppAdapterFactory} from a file.
 */
@NullMarked
package io.citytwin.adapter.ocpp;

import org.jspecify.annotations.NullMarked;
