package io.citytwin.adapter.dittoembedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.ditto.base.model.acks.AcknowledgementLabel;
import org.eclipse.ditto.base.model.acks.AcknowledgementRequest;
import org.eclipse.ditto.base.model.acks.DittoAcknowledgementLabel;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.json.JsonSchemaVersion;
import org.eclipse.ditto.client.DisconnectedDittoClient;
import org.eclipse.ditto.client.DittoClient;
import org.eclipse.ditto.client.DittoClients;
import org.eclipse.ditto.client.changes.Change;
import org.eclipse.ditto.client.changes.ThingChange;
import org.eclipse.ditto.client.configuration.BasicAuthenticationConfiguration;
import org.eclipse.ditto.client.configuration.MessagingConfiguration;
import org.eclipse.ditto.client.configuration.WebSocketMessagingConfiguration;
import org.eclipse.ditto.client.messaging.AuthenticationProviders;
import org.eclipse.ditto.client.messaging.MessagingProviders;
import org.eclipse.ditto.client.options.Options;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PoliciesModelFactory;
import org.eclipse.ditto.policies.model.Policy;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.things.model.Thing;
import org.eclipse.ditto.things.model.ThingId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Eclipse Ditto's Java client, as Maven Central has it. */
class DittoClientTest {

    private static final AcknowledgementLabel RULES_OK = AcknowledgementLabel.of("rules:ok");

    private final EmbeddedDitto ditto =
            EmbeddedDitto.builder().user("peer", "secret").build();
    private final String namespace = "org.peer.r" + UUID.randomUUID().toString().replace("-", "");
    private final PolicyId policyId = PolicyId.of(namespace + ":policy");
    private final ThingId lamp = ThingId.of(namespace, "lamp");
    private DittoClient writer;
    private DittoClient listener;

    @BeforeEach
    void connect() throws Exception {
        ditto.start();
        writer = client(Set.of());
        listener = client(Set.of(RULES_OK));
        await(writer.policies()
                .create(PoliciesModelFactory.newPolicy(JsonObject.of("{\"policyId\":\"" + policyId
                        + "\",\"entries\":{\"owner\":{\"subjects\":{\"nginx:peer\":{\"type\":\"user\"}},\"resources\":{"
                        + "\"policy:/\":{\"grant\":[\"READ\",\"WRITE\"],\"revoke\":[]},"
                        + "\"thing:/\":{\"grant\":[\"READ\",\"WRITE\"],\"revoke\":[]},"
                        + "\"message:/\":{\"grant\":[\"READ\",\"WRITE\"],\"revoke\":[]}}}}}"))));
        await(writer.twin()
                .create(thing("{\"attributes\":{\"n\":1},\"features\":{\"state\":{\"properties\":{\"power\":55}}}}")));
    }

    @AfterEach
    void close() {
        writer.destroy();
        listener.destroy();
        ditto.close();
    }

    private DittoClient client(Set<AcknowledgementLabel> declared) throws Exception {
        BasicAuthenticationConfiguration login = BasicAuthenticationConfiguration.newBuilder()
                .username("peer")
                .password("secret")
                .build();
        MessagingConfiguration way = WebSocketMessagingConfiguration.newBuilder()
                .jsonSchemaVersion(JsonSchemaVersion.V_2)
                .endpoint("ws://" + ditto.uri().getAuthority())
                .declaredAcknowledgements(declared)
                .reconnectEnabled(false)
                .initialConnectRetryEnabled(false)
                .build();
        DisconnectedDittoClient disconnected =
                DittoClients.newInstance(MessagingProviders.webSocket(way, AuthenticationProviders.basic(login)));
        return await(disconnected.connect());
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private JsonObject thing(String parts) {
        return JsonObject.newBuilder()
                .set("thingId", lamp.toString())
                .set("policyId", policyId.toString())
                .setAll(JsonObject.of(parts))
                .build();
    }

    private static String error(CompletionStage<?> stage) {
        try {
            Object done = await(stage);
            return "done: " + done;
        } catch (ExecutionException refused) {
            return refused.getCause() instanceof org.eclipse.ditto.base.model.exceptions.DittoRuntimeException known
                    ? known.getErrorCode()
                    : String.valueOf(refused.getCause());
        } catch (Exception other) {
            return other.toString();
        }
    }

    @Test
    void createsReadsChangesAndDeletes() throws Exception {
        await(writer.twin().forId(lamp).putAttribute(JsonPointer.of("n"), 2));
        await(writer.twin().forFeature(lamp, "state").putProperty("power", 60));
        Thing read = await(writer.twin().forId(lamp).retrieve());
        assertThat(read.getAttributes().orElseThrow().getValue("n")).contains(JsonValue.of(2));
        assertThat(read.getFeatures()
                        .orElseThrow()
                        .getFeature("state")
                        .orElseThrow()
                        .getProperty("power"))
                .contains(JsonValue.of(60));
        Thing part = await(writer.twin().forId(lamp).retrieve(JsonFieldSelector.newInstance("attributes/n")));
        assertThat(part.getFeatures()).isEmpty();
        assertThat(await(writer.twin().retrieve(lamp, ThingId.of(namespace, "none"))))
                .hasSize(1);
        await(writer.twin().delete(lamp));
        assertThat(error(writer.twin().forId(lamp).retrieve())).isEqualTo("things:thing.notfound");
    }

    @Test
    void merges() throws Exception {
        await(writer.twin().merge(lamp, JsonObject.of("{\"attributes\":{\"n\":null,\"m\":5}}")));
        assertThat(await(writer.twin().forId(lamp).retrieve()).getAttributes().orElseThrow())
                .isEqualTo(org.eclipse.ditto.things.model.ThingsModelFactory.newAttributes("{\"m\":5}"));
    }

    @Test
    void obeysConditions() {
        assertThat(error(writer.twin()
                        .forId(lamp)
                        .putAttribute(JsonPointer.of("n"), 3, Options.condition("gt(attributes/n,100)"))))
                .isEqualTo("things:condition.failed");
        assertThat(error(writer.twin()
                        .forId(lamp)
                        .putAttribute(
                                JsonPointer.of("n"),
                                3,
                                Options.headers(DittoHeaders.newBuilder()
                                        .putHeader("if-match", "\"rev:99\"")
                                        .build()))))
                .isEqualTo("things:precondition.failed");
        assertThat(error(writer.twin().create(thing("{}")))).isEqualTo("things:thing.conflict");
        assertThat(error(writer.policies().retrieve(PolicyId.of(namespace + ":none"))))
                .isEqualTo("policies:policy.notfound");
    }

    @Test
    void searches() throws Exception {
        for (int number = 2; number < 12; number++) {
            await(writer.twin()
                    .create(JsonObject.newBuilder()
                            .set("thingId", namespace + ":t" + number)
                            .set("policyId", policyId.toString())
                            .set(
                                    "attributes",
                                    JsonObject.newBuilder().set("n", number).build())
                            .build()));
        }
        List<String> found = writer.twin().search().stream(query -> query.namespace(namespace)
                        .filter("gt(attributes/n,5)")
                        .options("size(2),sort(-attributes/n)")
                        .initialDemand(1)
                        .demand(1))
                .map(thing -> thing.getEntityId().orElseThrow().getName())
                .toList();
        assertThat(found).containsExactly("t11", "t10", "t9", "t8", "t7", "t6");
    }

    @Test
    void hearsEventsOnlyOfOthersWithFilterAndExtraFields() throws Exception {
        BlockingQueue<ThingChange> heard = new LinkedBlockingQueue<>();
        BlockingQueue<Change> own = new LinkedBlockingQueue<>();
        listener.twin().registerForThingChanges("all", heard::add);
        writer.twin().registerForThingChanges("own", own::add);
        await(listener.twin()
                .startConsumption(
                        Options.Consumption.namespaces(namespace),
                        Options.Consumption.filter("gt(attributes/n,10)"),
                        Options.Consumption.extraFields(JsonFieldSelector.newInstance("policyId"))));
        await(writer.twin().startConsumption());
        await(writer.twin().forId(lamp).putAttribute(JsonPointer.of("n"), 5));
        await(writer.twin().forId(lamp).putAttribute(JsonPointer.of("n"), 15));

        ThingChange change = heard.poll(10, TimeUnit.SECONDS);
        assertThat(change).isNotNull();
        assertThat(change.getRevision()).isEqualTo(3);
        assertThat(change.getExtra()).contains(JsonObject.of("{\"policyId\":\"" + policyId + "\"}"));
        assertThat(heard).isEmpty();
        assertThat(own).isEmpty();
    }

    @Test
    void awaitsAcknowledgementsOfOthers() throws Exception {
        listener.twin()
                .registerForThingChanges(
                        "acks",
                        change -> change.handleAcknowledgementRequest(
                                RULES_OK, request -> request.acknowledge(HttpStatus.OK, JsonValue.of("fine"))));
        await(listener.twin().startConsumption());
        DittoHeaders both = DittoHeaders.newBuilder()
                .acknowledgementRequest(
                        AcknowledgementRequest.of(DittoAcknowledgementLabel.TWIN_PERSISTED),
                        AcknowledgementRequest.of(RULES_OK))
                .timeout("5s")
                .build();
        assertThat(error(writer.twin().forId(lamp).putAttribute(JsonPointer.of("n"), 7, Options.headers(both))))
                .isEqualTo("done: null");
        DittoHeaders nobody = both.toBuilder()
                .acknowledgementRequest(
                        AcknowledgementRequest.of(DittoAcknowledgementLabel.TWIN_PERSISTED),
                        AcknowledgementRequest.of(AcknowledgementLabel.of("nobody:ack")))
                .timeout("1s")
                .build();
        assertThatThrownBy(() ->
                        await(writer.twin().forId(lamp).putAttribute(JsonPointer.of("n"), 8, Options.headers(nobody))))
                .isInstanceOf(ExecutionException.class);
    }

    @Test
    void carriesALiveMessageAndItsReply() throws Exception {
        listener.live()
                .registerForMessage(
                        "pings",
                        "ping",
                        String.class,
                        message -> message.reply()
                                .httpStatus(HttpStatus.OK)
                                .payload("pong to " + message.getPayload().orElse("nothing"))
                                .send());
        await(listener.live().startConsumption());
        CompletableFuture<String> reply = new CompletableFuture<>();
        writer.live()
                .<String>message()
                .to(lamp)
                .subject("ping")
                .payload("hi")
                .contentType("text/plain")
                .send(String.class, (answer, failure) -> {
                    if (failure != null) {
                        reply.completeExceptionally(failure);
                    } else {
                        reply.complete(answer.getPayload().orElse("nothing"));
                    }
                });
        assertThat(reply.get(10, TimeUnit.SECONDS)).isEqualTo("pong to hi");
    }

    @Test
    void keepsPolicies() throws Exception {
        Policy read = await(writer.policies().retrieve(policyId));
        assertThat(read.getLabels()).extracting(Object::toString).containsExactly("owner");
        PolicyId second = PolicyId.of(namespace + ":second");
        await(writer.policies().create(read.toBuilder().setId(second).build()));
        await(writer.policies().delete(second));
        assertThat(error(writer.policies().retrieve(second))).isEqualTo("policies:policy.notfound");
    }
}
