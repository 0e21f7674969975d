package io.citytwin.adapter.ditto.internal.link;

import io.citytwin.adapter.ditto.DittoTrust;
import java.util.Map;
import org.eclipse.ditto.client.configuration.MessagingConfiguration;
import org.eclipse.ditto.client.configuration.WebSocketMessagingConfiguration;
import org.eclipse.ditto.client.messaging.MessagingProvider;
import org.eclipse.ditto.client.messaging.MessagingProviders;

/** What one connection needs to know. Never printed: the headers are secret. Immutable. */
record Plan(Address address, DittoTrust trust, Patience patience, Map<String, String> headers) {

    MessagingProvider client(Socket socket, Lane lane) {
        MessagingConfiguration.Builder configuration = WebSocketMessagingConfiguration.newBuilder()
                .endpoint(address.webSocket())
                .timeout(patience.answer())
                .reconnectEnabled(false)
                .initialConnectRetryEnabled(false);
        Anchors.forClient(trust).ifPresent(configuration::trustStoreConfiguration);
        return MessagingProviders.webSocket(configuration.build(), socket, lane, lane);
    }

    @Override
    public String toString() {
        return address.webSocket();
    }
}
