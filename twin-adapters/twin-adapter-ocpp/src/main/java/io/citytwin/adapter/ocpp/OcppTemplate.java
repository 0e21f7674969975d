package io.citytwin.adapter.ocpp;

import java.util.Optional;

/**
 * How the twins of a station are called that is not listed. {@code {identity}}, {@code {number}} and {@code {cable}} stand for
 * what {@link OcppStation} and {@link OcppPlug} call so. Immutable.
 *
 * @param connector such as {@code it.milano:{identity}-{number}-{cable}}; names identity and number
 * @param evse such as {@code it.milano:{identity}-{number}}
 * @param station such as {@code it.milano:{identity}}
 */
public record OcppTemplate(String connector, Optional<String> evse, Optional<String> station) {

    /**
     * A template for all three.
     *
     * @param connector names identity and number
     * @param evse names identity and number
     * @param station names the identity
     * @return the template
     */
    public static OcppTemplate of(String connector, String evse, String station) {
        return new OcppTemplate(connector, Optional.of(evse), Optional.of(station));
    }
}
