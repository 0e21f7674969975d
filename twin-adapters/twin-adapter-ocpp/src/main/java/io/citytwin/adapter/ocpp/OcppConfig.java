package io.citytwin.adapter.ocpp;

import io.citytwin.core.privacy.Secret;
import java.util.List;
import java.util.Optional;

/**
 * How a central system is set up; {@link OcppAdapterBuilder} makes it. Immutable.
 *
 * @param name of the adapter
 * @param host the address to listen on, such as {@code 0.0.0.0}
 * @param port to listen on; 0 for any free one
 * @param path that stations have before their identity, such as {@code /ocpp/}
 * @param security how stations prove who they are
 * @param tls certificate and key, from security profile 2 on
 * @param stations that are listed
 * @param template for the twins of all others
 * @param strangers whether stations may come that neither the list nor a twin tells of
 * @param password of stations that have none of their own
 * @param output how limits are written
 * @param limits how much is taken
 */
public record OcppConfig(
        String name,
        String host,
        int port,
        String path,
        SecurityProfile security,
        Optional<TlsFiles> tls,
        List<OcppStation> stations,
        Optional<OcppTemplate> template,
        boolean strangers,
        Optional<Secret> password,
        OutputLimit output,
        OcppLimits limits) {

    /** Copies the list. */
    public OcppConfig {
        stations = List.copyOf(stations);
    }
}
