package io.citytwin.adapter.ditto.internal.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.DittoLogin;
import io.citytwin.adapter.ditto.DittoTrust;
import io.citytwin.adapter.ditto.fault.FakeDitto;
import io.citytwin.adapter.ditto.fault.FaultProxy;
import io.citytwin.adapter.ditto.internal.link.Address;
import io.citytwin.adapter.ditto.internal.link.Backoff;
import io.citytwin.adapter.ditto.internal.link.Credentials;
import io.citytwin.adapter.ditto.internal.link.DittoLink;
import io.citytwin.adapter.ditto.internal.link.LinkLost;
import io.citytwin.adapter.ditto.internal.link.Patience;
import io.citytwin.adapter.ditto.internal.link.Subscription;
import io.citytwin.adapter.ditto.internal.link.TokenSettings;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.SystemClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MirrorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(10), Duration.ofMillis(100), 0.5);
    private static final MirrorSettings SMALL = new MirrorSettings("up", 10, 40, 5, QUICK, 3);

    private final Ledger ledger = new Ledger();
    private FakeDitto ditto;
    private FaultProxy proxy;
    private DittoLink link;
    private Mirror mirror;

    @BeforeEach
    void start() throws Exception {
        ditto = new FakeDitto();
        proxy = new FaultProxy(ditto.port(), 3);
        Patience patience =
                new Patience(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMillis(900), QUICK, 7);
        link = new DittoLink(
                new DittoLink.Settings(
                        Address.of(URI.create("ws://127.0.0.1:" + proxy.port())),
                        DittoTrust.system(),
                        Subscription.none(),
                        patience,
                        "test"),
                Credentials.of(DittoLogin.none(), TokenSettings.standard(DittoTrust.system(), new SystemClock())));
        mirror = new Mirror(link, SMALL, ledger);
        link.open(new MirrorEars(mirror)).get(5, TimeUnit.SECONDS);
        for (int i = 0; i < 100; i++) {
            ditto.things.put(thing(i).toString(), JSON.createObjectNode());
        }
    }

    @AfterEach
    void stop() throws Exception {
        mirror.close();
        link.close();
        proxy.close();
        ditto.close();
    }

    @Test
    void hasOneMergePerThingUnderWayAndAWindowOverall() throws Exception {
        ditto.delay = Duration.ofMillis(5);
        for (int round = 0; round < 40; round++) {
            for (int i = 0; i < 50; i++) {
                mirror.offer(thing(i), patch("n", round));
            }
        }
        drain();

        assertThat(ditto.mostPerThing).hasValue(1);
        assertThat(ditto.mostAtOnce.get()).isBetween(2, SMALL.window());
        for (int i = 0; i < 50; i++) {
            assertThat(ditto.things.get(thing(i).toString()).at("/attributes/n").asInt())
                    .isEqualTo(39);
        }
        MirrorMetrics metrics = mirror.metrics();
        assertThat(metrics.offered()).isEqualTo(2_000);
        assertThat(metrics.sent()).isEqualTo(metrics.offered() - metrics.coalesced());
        assertThat(metrics.acknowledged()).isEqualTo(metrics.sent());
        assertThat(metrics.waiting() + metrics.flying()).isZero();
        assertThat(ledger.revisions).hasSize(50);
    }

    @Test
    void anOfferBlocksWhileTooManyThingsWait() throws Exception {
        ditto.special = command -> Optional.of(JSON.createObjectNode().put("status", 0));
        AtomicInteger taken = new AtomicInteger();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 80; i++) {
                mirror.offer(thing(i), patch("n", i));
                taken.incrementAndGet();
            }
        });
        await().until(() -> taken.get() == SMALL.window() + SMALL.waiting());
        mirror.offer(thing(30), patch("again", 1));
        assertThat(mirror.metrics().waiting()).isEqualTo(SMALL.waiting());
        assertThat(writer).isNotDone();
        ditto.special = command -> Optional.empty();
        writer.get(10, TimeUnit.SECONDS);
        drain();

        assertThat(ditto.things.get(thing(79).toString()).at("/attributes/n").asInt())
                .isEqualTo(79);
        assertThat(ditto.things
                        .get(thing(30).toString())
                        .at("/attributes/again")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void withoutAConnectionPatchesWaitOnePerThing() throws Exception {
        proxy.mode(FaultProxy.Mode.REFUSE);
        proxy.cut();
        await().until(() -> !link.connected());
        for (int round = 0; round < 1_000; round++) {
            for (int i = 0; i < 60; i++) {
                mirror.offer(thing(i), patch("n" + round % 3, round));
            }
        }
        assertThat(mirror.metrics().waiting() + mirror.metrics().flying()).isLessThanOrEqualTo(60);
        assertThat(mirror.metrics().coalesced()).isGreaterThanOrEqualTo(59_900);
        proxy.heal();
        drain();

        assertThat(ditto.things.get(thing(59).toString()))
                .hasToString("{\"attributes\":{\"n0\":999,\"n1\":997,\"n2\":998}}");
        assertThat(ledger.refusals).isEmpty();
    }

    @Test
    void nothingIsLostOverCutsAndHoles() throws Exception {
        Random random = new Random(11);
        for (int round = 1; round <= 60; round++) {
            for (int i = 0; i < 40; i++) {
                mirror.offer(thing(i), patch("k" + random.nextInt(5), round));
                mirror.offer(thing(i), patch("last", round));
            }
            if (round % 15 == 0) {
                proxy.mode(random.nextBoolean() ? FaultProxy.Mode.HALF_OPEN : FaultProxy.Mode.BLACK_HOLE);
                await().until(() -> !link.connected());
                proxy.heal();
            } else if (round % 4 == 0) {
                proxy.cut();
            }
        }
        drain();

        for (int i = 0; i < 40; i++) {
            assertThat(ditto.things
                            .get(thing(i).toString())
                            .at("/attributes/last")
                            .asInt())
                    .isEqualTo(60);
        }
        assertThat(ditto.mostAtOnce.get()).isPositive();
        assertThat(mirror.metrics().retried()).isPositive();
        assertThat(ledger.refusals).isEmpty();
    }

    @Test
    void aMissingThingIsMadeAndAStrangerIsADeadLetter() throws Exception {
        ledger.maker = thing -> {
            boolean known = !thing.name().equals("stranger");
            if (known) {
                ditto.things.put(thing.toString(), JSON.createObjectNode());
            }
            return CompletableFuture.completedStage(known);
        };
        mirror.offer(TwinId.of("it.milano:new"), patch("n", 1));
        mirror.offer(TwinId.of("it.milano:stranger"), patch("n", 1));
        drain();

        assertThat(ditto.things.get("it.milano:new").at("/attributes/n").asInt())
                .isEqualTo(1);
        assertThat(ledger.refusals)
                .containsExactly("it.milano:stranger 404 things:thing.notfound {\"attributes\":{\"n\":1}}");
    }

    @Test
    void aThingThatCannotBeMadeIsGivenUp() throws Exception {
        ledger.maker = thing -> CompletableFuture.failedStage(new IllegalStateException("no policy"));
        mirror.offer(TwinId.of("it.milano:new"), patch("n", 1));
        drain();

        assertThat(ledger.missing).hasSize(SMALL.attempts());
        assertThat(ledger.refusals).hasSize(1);
    }

    @Test
    void whatIsRefusedIsADeadLetterAndWhatPassesIsRepeated() throws Exception {
        AtomicInteger busy = new AtomicInteger(3);
        ditto.special = command -> {
            String topic = command.path("topic").asText();
            if (topic.contains("lamp-1/")) {
                return Optional.of(FakeDitto.answer(413, "things:thing.toolarge"));
            }
            boolean again = topic.contains("lamp-2/") && busy.getAndDecrement() > 0;
            return again ? Optional.of(FakeDitto.answer(503, "gateway:service.unavailable")) : Optional.empty();
        };
        for (int i = 0; i < 4; i++) {
            mirror.offer(thing(i), patch("n", i));
        }
        drain();

        assertThat(ledger.refusals)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("it.milano:lamp-1 413 things:thing.toolarge");
        assertThat(mirror.metrics().retried()).isEqualTo(3);
        assertThat(ditto.things.get(thing(2).toString()).at("/attributes/n").asInt())
                .isEqualTo(2);
    }

    @Test
    void anEndlessRefusalToServeIsGivenUp() throws Exception {
        ditto.special = command -> Optional.of(FakeDitto.answer(429, "gateway:too.many"));
        mirror.offer(thing(0), patch("n", 1));
        drain();

        assertThat(mirror.metrics().sent()).isEqualTo(SMALL.attempts() + 1);
        assertThat(ledger.refusals).hasSize(1);
    }

    @Test
    void aRepeatedObservationDoesNotReplaceANewerOne() throws Exception {
        List<String> conditions = new java.util.concurrent.CopyOnWriteArrayList<>();
        ditto.special = command -> {
            conditions.add(command.at("/headers/condition").asText());
            int status = conditions.size() == 1 ? 503 : 412;
            return Optional.of(FakeDitto.answer(status, status == 412 ? "things:condition.failed" : "gateway:x"));
        };
        mirror.offer(thing(0), (ObjectNode)
                JSON.readTree("{\"features\":{\"state\":{\"properties\":{\"power\":5,\"observed\":{\"power\":"
                        + "{\"at\":\"2026-01-10T10:00:00.500Z\"}}}}}}"));
        drain();

        assertThat(conditions)
                .containsExactly("", "not(gt(features/state/properties/observed/power/at,\"2026-01-10T10:00:00Z\"))");
        assertThat(mirror.metrics().overtaken()).isEqualTo(1);
        assertThat(ledger.refusals).isEmpty();
    }

    @Test
    void closingEndsBlockedOffersAndDrains() throws Exception {
        ditto.mute = true;
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 100; i++) {
                mirror.offer(thing(i), patch("n", i));
            }
        });
        await().until(() -> mirror.metrics().waiting() == SMALL.waiting());
        CompletableFuture<Void> drained = mirror.drained();
        mirror.close();

        assertThatThrownBy(() -> writer.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> drained.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(LinkLost.class);
        // A thread that has done its work is seen for another moment.
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("citytwin-ditto-up")));
    }

    private void drain() throws Exception {
        mirror.drained().get(20, TimeUnit.SECONDS);
    }

    private static TwinId thing(int number) {
        return TwinId.of("it.milano:lamp-" + number);
    }

    private static ObjectNode patch(String key, int value) {
        ObjectNode patch = JSON.createObjectNode();
        patch.putObject("attributes").put(key, value);
        return patch;
    }
}
