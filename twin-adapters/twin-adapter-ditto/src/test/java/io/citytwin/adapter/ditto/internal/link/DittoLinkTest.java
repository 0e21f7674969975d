package io.citytwin.adapter.ditto.internal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.citytwin.adapter.ditto.DittoLogin;
import io.citytwin.adapter.ditto.DittoTrust;
import io.citytwin.adapter.ditto.fault.FakeDitto;
import io.citytwin.adapter.ditto.fault.FaultProxy;
import io.citytwin.adapter.ditto.fault.LeftThreads;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.SystemClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DittoLinkTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TwinId LAMP = TwinId.of("it.milano:lamp-1");
    private static final DittoLogin LOGIN = DittoLogin.basic("ditto", "so secret");
    private static final Patience QUICK = new Patience(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(600),
            new Backoff(Duration.ofMillis(20), Duration.ofMillis(200), 0.5),
            7);

    private FakeDitto ditto;
    private FaultProxy proxy;
    private final Told told = new Told();

    @BeforeEach
    void start() throws Exception {
        ditto = new FakeDitto();
        proxy = new FaultProxy(ditto.port(), 3);
    }

    @AfterEach
    void stop() throws Exception {
        proxy.close();
        ditto.close();
    }

    @Test
    void isConnectedOnceAllSubscriptionsAreConfirmed() throws Exception {
        ditto.confirming = false;
        try (DittoLink link = link()) {
            CompletableFuture<Void> open = link.open(told);
            await().until(() -> ditto.heard.size() == 2);
            assertThat(open).isNotDone();
            assertThat(link.connected()).isFalse();
            ditto.say("START-SEND-EVENTS:ACK");
            ditto.say(event(4));
            ditto.say("START-SEND-MESSAGES:ACK");
            open.get(5, TimeUnit.SECONDS);
            await().until(() -> told.words.size() == 2);
        }
        assertThat(told.words).containsExactly("connected", "event 4", "lost");
        assertThat(ditto.heard)
                .containsExactly(
                        "START-SEND-EVENTS?namespaces=it.milano&filter=exists%28thingId%29",
                        "START-SEND-MESSAGES?namespaces=it.milano");
    }

    @Test
    void givesAnswersAndRefusalsWithTheirHeaders() throws Exception {
        try (DittoLink link = open()) {
            Answer made = link.send(command(Request.Action.CREATE, "{\"attributes\":{\"a\":1}}"))
                    .get();
            Answer merged = link.send(command(Request.Action.MERGE, "{\"attributes\":{\"a\":null,\"b\":2.5}}"))
                    .get();
            Answer read = link.send(new Request(LAMP, Request.Action.RETRIEVE, "/", Optional.empty(), Map.of()))
                    .get();
            ditto.special = command -> Optional.of(FakeDitto.answer(412, "things:condition.failed"));
            Answer refused = link.send(command(Request.Action.MERGE, "{}")).get();

            assertThat(made.status()).isEqualTo(201);
            assertThat(merged.revision()).hasValue(2);
            assertThat(read.value().orElseThrow()).hasToString("{\"attributes\":{\"b\":2.5}}");
            assertThat(refused.done()).isFalse();
            assertThat(refused.error()).isEqualTo("things:condition.failed");
        }
    }

    @Test
    void aHeaderThatIsNoneIsRefusedLikeDittoWould() throws Exception {
        try (DittoLink link = open()) {
            Request strange = new Request(
                    LAMP, Request.Action.RETRIEVE, "/", Optional.empty(), Map.of("requested-acks", "no array"));

            assertThat(link.send(strange).get().status()).isEqualTo(400);
        }
    }

    @Test
    void tellsEventsInTheirOrder() throws Exception {
        try (DittoLink link = open()) {
            for (int i = 1; i <= 500; i++) {
                ditto.say(event(i));
            }
            await().until(() -> told.events.size() == 500);
            assertThat(link.health().losses()).isZero();

            assertThat(told.events)
                    .extracting(Link.Event::revision)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 500)
                            .mapToObj(Long::valueOf)
                            .toList());
            Link.Event first = told.events.get(0);
            assertThat(first.action()).isEqualTo("merged");
            assertThat(first.path()).isEqualTo("/attributes");
            assertThat(first.headers()).containsEntry("my-custom", "x");
        }
    }

    @Test
    void passesMessagesAndTheirReplies() throws Exception {
        try (DittoLink link = open()) {
            ditto.say(
                    "{\"topic\":\"it.milano/lamp-1/things/live/messages/ping\",\"headers\":{\"correlation-id\":\"m1\","
                            + "\"content-type\":\"text/plain\"},\"path\":\"/features/state/inbox/messages/ping\",\"value\":\"hi\"}");
            await().until(() -> told.messages.size() == 1);
            link.reply(told.messages.get(0), 200, Optional.of(TextNode.valueOf("pong")));
            await().until(() -> ditto.heard.size() == 3);

            assertThat(told.messages.get(0).value()).contains(TextNode.valueOf("hi"));
            JsonNode reply = JSON.readTree(ditto.heard.get(2));
            assertThat(reply.path("status").asInt()).isEqualTo(200);
            assertThat(reply.path("path").asText()).isEqualTo("/features/state/outbox/messages/ping");
            assertThat(reply.path("headers").path("correlation-id").asText()).isEqualTo("m1");
        }
    }

    @Test
    void aMessageWithoutTimeoutAwaitsNoReply() throws Exception {
        try (DittoLink link = open()) {
            Link.Message message =
                    new Link.Message(LAMP, "/inbox/messages/on", Optional.of(TextNode.valueOf("x")), Map.of());

            assertThat(link.send(message).get().status()).isEqualTo(202);
        }
    }

    @Test
    void comesBackAfterACutAndFailsWhatWasUnderWay() throws Exception {
        try (DittoLink link = open()) {
            ditto.delay = Duration.ofSeconds(20);
            CompletableFuture<Answer> open = link.send(command(Request.Action.MERGE, "{}"));
            await().until(() -> ditto.commands.get() == 1);
            proxy.cut();

            assertThat(Told.lost(open)).isTrue();
            await().until(() -> told.words.size() >= 3);
            assertThat(told.words).containsExactly("connected", "lost", "connected");
            assertThat(link.health().losses()).isEqualTo(1);
        }
    }

    @Test
    void noticesAConnectionThatIsHalfOpen() throws Exception {
        try (DittoLink link = open()) {
            proxy.mode(FaultProxy.Mode.HALF_OPEN);
            await().until(() -> told.words.contains("lost"));
            assertThat(link.connected()).isFalse();
            assertThat(link.health().problem()).contains("nothing was heard");
            proxy.heal();
            await().until(link::connected);
        }
    }

    @Test
    void aQuietConnectionWithPongsStays() throws Exception {
        try (DittoLink link = open()) {
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 2, TimeUnit.SECONDS)
                    .join();

            assertThat(link.connected()).isTrue();
            assertThat(told.words).containsExactly("connected");
        }
    }

    @Test
    void failsAtOnceWithoutAConnection() throws Exception {
        try (DittoLink link = open()) {
            proxy.mode(FaultProxy.Mode.REFUSE);
            proxy.cut();
            await().until(() -> !link.connected());

            assertThat(Told.lost(link.send(command(Request.Action.MERGE, "{}"))))
                    .isTrue();
        }
    }

    @Test
    void survivesGarbageInFramesAndBetweenThem() throws Exception {
        try (DittoLink link = open()) {
            Random random = new Random(5);
            for (String text :
                    List.of("nonsense", "{}", "{\"topic\":7}", "[", event(1).replace("\"revision\":1,", ""))) {
                ditto.say(text);
            }
            ditto.say(event(9));
            await().until(() -> told.events.size() == 1);
            assertThat(link.health().sessions()).isEqualTo(1);

            byte[] noise = new byte[4_096];
            random.nextBytes(noise);
            ditto.garbage(noise);
            await().until(() -> link.health().sessions() == 2);
        }
    }

    @Test
    void aHandshakeThatHangsIsTriedAgain() throws Exception {
        proxy.mode(FaultProxy.Mode.BLACK_HOLE);
        try (DittoLink link = link()) {
            CompletableFuture<Void> open = link.open(told);
            await().atMost(Duration.ofSeconds(8)).until(() -> link.health().attempts() == 2);
            proxy.heal();
            open.get(8, TimeUnit.SECONDS);
        }
        LeftThreads.none();
    }

    @Test
    void aRefusedLoginIsTriedAgainAndNotSaid() throws Exception {
        ditto.refuseUpgrades = 401;
        try (DittoLink link = link()) {
            CompletableFuture<Void> open = link.open(told);
            await().until(() -> link.health().attempts() >= 3);
            ditto.refuseUpgrades = 0;
            open.get(5, TimeUnit.SECONDS);

            assertThat(link.health().problem()).isNotEmpty().doesNotContain("so secret");
            assertThat(ditto.upgrades.get(0)).containsEntry("authorization", "Basic ZGl0dG86c28gc2VjcmV0");
        }
    }

    @Test
    void leavesNoThread() throws Exception {
        for (int i = 0; i < 3; i++) {
            DittoLink link = link();
            link.open(told).get(5, TimeUnit.SECONDS);
            proxy.cut();
            link.close();
            link.close();
            assertThat(Told.lost(link.send(command(Request.Action.MERGE, "{}"))))
                    .isTrue();
        }
        DittoLink swallowed = open();
        proxy.mode(FaultProxy.Mode.BLACK_HOLE);
        swallowed.close();
        LeftThreads.none();
    }

    private DittoLink open() throws Exception {
        DittoLink link = link();
        link.open(told).get(5, TimeUnit.SECONDS);
        return link;
    }

    private DittoLink link() {
        Address address = Address.of(URI.create("http://127.0.0.1:" + proxy.port()));
        Subscription all = new Subscription(true, true, Set.of("it.milano"), "exists(thingId)", "");
        return new DittoLink(
                new DittoLink.Settings(address, DittoTrust.system(), all, QUICK, "test"),
                Credentials.of(LOGIN, TokenSettings.standard(DittoTrust.system(), new SystemClock())));
    }

    private static Request command(Request.Action action, String value) throws Exception {
        return new Request(LAMP, action, "/", Optional.of(JSON.readTree(value)), Map.of());
    }

    private static String event(int revision) {
        return "{\"topic\":\"it.milano/lamp-1/things/twin/events/merged\",\"headers\":{\"my-custom\":\"x\"},"
                + "\"path\":\"/attributes\",\"value\":{\"a\":" + revision + "},\"revision\":" + revision
                + ",\"timestamp\":\"2026-01-10T10:00:00Z\"}";
    }
}
