package io.citytwin.adapter.ditto.throughput;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.link.Address;
import io.citytwin.core.model.TwinId;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.eclipse.ditto.client.DittoClient;
import org.eclipse.ditto.client.DittoClients;
import org.eclipse.ditto.client.configuration.BasicAuthenticationConfiguration;
import org.eclipse.ditto.client.configuration.WebSocketMessagingConfiguration;
import org.eclipse.ditto.client.messaging.AuthenticationProviders;
import org.eclipse.ditto.client.messaging.MessagingProviders;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.protocol.Adaptable;
import org.eclipse.ditto.protocol.Payload;
import org.eclipse.ditto.protocol.ProtocolFactory;
import org.eclipse.ditto.protocol.TopicPath;

/** Eclipse Ditto's own client, as somebody would use it who has no adapter. For one thread at a time. */
final class PlainClient implements AutoCloseable {

    private final DittoClient client;

    PlainClient(Address address) throws Exception {
        client = DittoClients.newInstance(MessagingProviders.webSocket(
                        WebSocketMessagingConfiguration.newBuilder()
                                .endpoint(address.webSocket())
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        AuthenticationProviders.basic(BasicAuthenticationConfiguration.newBuilder()
                                .username("ditto")
                                .password("ditto")
                                .build())))
                .connect()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    /** Sends frames, at most so many without an answer, and awaits all answers. */
    void send(int count, int window, IntFunction<Adaptable> frames) throws Exception {
        Semaphore free = new Semaphore(window);
        AtomicInteger failed = new AtomicInteger();
        for (int i = 0; i < count; i++) {
            free.acquire();
            var unused = client.sendDittoProtocol(frames.apply(i)).whenComplete((answer, failure) -> {
                failed.addAndGet(failure == null ? 0 : 1);
                free.release();
            });
        }
        free.acquire(window);
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " commands failed");
        }
    }

    static Adaptable merge(TwinId thing, ObjectNode patch) {
        return ProtocolFactory.newAdaptableBuilder(topic(thing, "merge"))
                .withHeaders(ProtocolFactory.newHeadersWithJsonMergePatchContentType(
                        Map.of("correlation-id", UUID.randomUUID().toString())))
                .withPayload(Payload.newBuilder(JsonPointer.empty())
                        .withValue(JsonFactory.readFrom(patch.toString()))
                        .build())
                .build();
    }

    static Adaptable retrieve(TwinId thing) {
        return ProtocolFactory.newAdaptableBuilder(topic(thing, "retrieve"))
                .withHeaders(ProtocolFactory.newHeadersWithJsonContentType(
                        Map.of("correlation-id", UUID.randomUUID().toString())))
                .withPayload(Payload.newBuilder(JsonPointer.empty()).build())
                .build();
    }

    private static TopicPath topic(TwinId thing, String action) {
        return ProtocolFactory.newTopicPath(thing.namespace() + "/" + thing.name() + "/things/twin/commands/" + action);
    }

    @Override
    public void close() {
        client.destroy();
    }
}
