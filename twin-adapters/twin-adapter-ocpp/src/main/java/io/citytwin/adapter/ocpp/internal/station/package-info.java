/** Stations: what is known of each, what it tells and what it is asked. */
@NullMarked
package io.citytwin.adapter.ocpp.internal.station;

import org.jspecify.annotations.NullMarked;
