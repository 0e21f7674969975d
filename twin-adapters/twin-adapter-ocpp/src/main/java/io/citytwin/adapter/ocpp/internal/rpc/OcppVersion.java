package io.citytwin.adapter.ocpp.internal.rpc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The versions that are spoken. Immutable. */
public enum OcppVersion {
    V16("ocpp1.6"),
    V201("ocpp2.0.1");

    private final String protocol;

    OcppVersion(String protocol) {
        this.protocol = protocol;
    }

    /**
     * Its name as a sub-protocol of a WebSocket.
     *
     * @return such as {@code ocpp1.6}
     */
    public String protocol() {
        return protocol;
    }

    /**
     * The first that a station offers and that is spoken here.
     *
     * @param offered in the station's order
     * @return empty if there is none
     */
    public static Optional<OcppVersion> chosen(List<String> offered) {
        return offered.stream()
                .flatMap(name -> Arrays.stream(values()).filter(version -> version.protocol.equals(name)))
                .findFirst();
    }
}
