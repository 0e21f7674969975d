package io.citytwin.adapter.ditto.throughput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.DittoLogin;
import io.citytwin.adapter.ditto.DittoTrust;
import io.citytwin.adapter.ditto.internal.link.Address;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.adapter.ditto.internal.link.Credentials;
import io.citytwin.adapter.ditto.internal.link.DittoLink;
import io.citytwin.adapter.ditto.internal.link.DittoWeb;
import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.adapter.ditto.internal.link.Patience;
import io.citytwin.adapter.ditto.internal.link.Request;
import io.citytwin.adapter.ditto.internal.link.Subscription;
import io.citytwin.adapter.ditto.internal.link.TokenSettings;
import io.citytwin.adapter.ditto.internal.up.Keeper;
import io.citytwin.adapter.ditto.internal.up.Mirror;
import io.citytwin.adapter.ditto.internal.up.MirrorSettings;
import io.citytwin.adapter.dittoembedded.EmbeddedDitto;
import io.citytwin.adapter.dittoembedded.EmbeddedLimits;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.time.SystemClock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * Measures how fast updates reach an embedded endpoint, and prints a table. It asserts no time. Run it with
 *
 * <pre>./mvnw -Pbenchmark verify -pl twin-adapters/twin-adapter-ditto -am</pre>
 *
 * <p>Client and endpoint share the machine and the process, so the CPU time of a row is that of both.
 */
class ThroughputBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THINGS = 1_000;
    private static final int MANY = Integer.getInteger("citytwin.benchmark.twins", 10_000);
    private static final int UPDATES = Integer.getInteger("citytwin.benchmark.updates", 10_000);
    private static final int ROUNDS = Integer.getInteger("citytwin.benchmark.rounds", 3);
    private static final int WINDOW = 100;
    private static final String POLICY = "{\"entries\":{\"all\":{\"subjects\":{\"nginx:ditto\":{\"type\":\"test\"}},"
            + "\"resources\":{\"policy:/\":{\"grant\":[\"READ\",\"WRITE\"],\"revoke\":[]},\"thing:/\":"
            + "{\"grant\":[\"READ\",\"WRITE\"],\"revoke\":[]},\"message:/\":{\"grant\":[\"READ\",\"WRITE\"],\"revoke\":[]}}}}}";

    private final AtomicInteger values = new AtomicInteger();
    private final AtomicReference<Mirror> mirror = new AtomicReference<>();
    private final Journal journal = new MemoryJournal();
    private final FiguresTool figures = new FiguresTool();

    @Test
    void measure() throws Exception {
        Credentials credentials = Credentials.of(
                DittoLogin.basic("ditto", "ditto"), TokenSettings.standard(DittoTrust.system(), new SystemClock()));
        EmbeddedDitto ditto = endpoint();
        Address address = Address.of(ditto.uri());
        try (DittoWeb web = new DittoWeb(address, DittoTrust.system(), Patience.standard(), credentials);
                DittoLink link = new DittoLink(
                        new DittoLink.Settings(
                                address, DittoTrust.system(), Subscription.none(), Patience.standard(), "bench"),
                        credentials)) {
            link.open(new Ears()).get(20, TimeUnit.SECONDS);
            check(web.call("PUT", "/policies/bench:all", Optional.of(JSON.readTree(POLICY)), Map.of())
                    .join());
            figures.row("initial sync: twins made, 100 under way", MANY, () -> make(link));
            figures.row("initial sync: twins read by search", MANY, () -> read(web));
            figures.row(
                    "start of another endpoint with these twins, per twin",
                    MANY,
                    () -> endpoint().close());
            updates(address, link);
        } finally {
            ditto.close();
        }
    }

    private EmbeddedDitto endpoint() {
        EmbeddedLimits some = EmbeddedLimits.defaults();
        EmbeddedLimits fast = new EmbeddedLimits(
                some.connections(),
                1_000_000,
                some.headBytes(),
                some.bodyBytes(),
                some.messageBytes(),
                some.unreadBytes(),
                some.idle());
        return EmbeddedDitto.builder()
                .user("ditto", "ditto")
                .bind("127.0.0.1", 0)
                .limits(fast)
                .journal(journal)
                .build()
                .start();
    }

    // Rounds of all three, so that neither the warm machine nor its other users favour one of them.
    private void updates(Address address, DittoLink link) throws Exception {
        try (PlainClient client = new PlainClient(address);
                Mirror through = new Mirror(link, MirrorSettings.standard("bench"), new Silent())) {
            mirror.set(through);
            plain(client, UPDATES, WINDOW);
            rounds(through, UPDATES / THINGS);
            double one = 0;
            double many = 0;
            double each = 0;
            for (int round = 0; round < ROUNDS; round++) {
                one += figures.row(
                        "(a) ditto-client, each answer awaited", UPDATES / 4, () -> plain(client, UPDATES / 4, 1));
                many += figures.row("(b) ditto-client, 100 under way", UPDATES, () -> plain(client, UPDATES, WINDOW));
                each += figures.row("(c) adapter, nothing joined", UPDATES, () -> rounds(through, UPDATES / THINGS));
            }
            figures.row("(c) adapter, updates that wait joined", UPDATES * 4, () -> flood(through, UPDATES * 4));
            figures.row(
                    "reads of a Thing, 100 under way",
                    UPDATES,
                    () -> client.send(UPDATES, WINDOW, i -> PlainClient.retrieve(thing(i % THINGS))));
            figures.print("%nMeans of %d rounds: (c)/(a) %.2f, (c)/(b) %.2f%n%n", ROUNDS, each / one, each / many);
        }
    }

    private static void make(DittoLink link) throws Exception {
        Semaphore window = new Semaphore(WINDOW);
        AtomicInteger failed = new AtomicInteger();
        for (int i = 0; i < MANY; i++) {
            window.acquire();
            JsonNode thing = JSON.readTree(
                    "{\"policyId\":\"bench:all\",\"definition\":\"io.citytwin:LampPost:1.0.0\","
                            + "\"attributes\":{\"place\":\"it:Milano\"},\"features\":{\"state\":{\"properties\":{\"power\":1}}}}");
            var unused = link.send(new Request(thing(i), Request.Action.CREATE, "/", Optional.of(thing), Map.of()))
                    .whenComplete((answer, failure) -> {
                        failed.addAndGet(failure == null && answer.done() ? 0 : 1);
                        window.release();
                    });
        }
        window.acquire(WINDOW);
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " Things were not made");
        }
    }

    private static void read(DittoWeb web) {
        AtomicInteger count = new AtomicInteger();
        web.search("", "bench", "", item -> count.incrementAndGet());
        if (count.get() != MANY) {
            throw new IllegalStateException(count + " Things were found");
        }
    }

    private void plain(PlainClient client, int count, int window) throws Exception {
        client.send(count, window, i -> PlainClient.merge(thing(i % THINGS), patch(i)));
    }

    private void rounds(Mirror through, int rounds) throws Exception {
        CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
        for (int round = 0; round < rounds; round++) {
            last.get(60, TimeUnit.SECONDS);
            for (int i = 0; i < THINGS; i++) {
                through.offer(thing(i), patch(round));
            }
            last = through.drained();
        }
        last.get(60, TimeUnit.SECONDS);
    }

    private void flood(Mirror through, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            through.offer(thing(i % THINGS), patch(i / THINGS));
        }
        through.drained().get(60, TimeUnit.SECONDS);
    }

    private ObjectNode patch(int round) {
        ObjectNode patch = JSON.createObjectNode();
        ObjectNode properties = patch.putObject("features").putObject("state").putObject("properties");
        String name = "p" + round % 10;
        properties.put(name, values.incrementAndGet());
        properties
                .putObject("observed")
                .putObject(name)
                .put("at", "2026-01-10T10:00:00Z")
                .put("received", "2026-01-10T10:00:01Z")
                .put("source", "bench")
                .put("quality", "VALID");
        return patch;
    }

    private static TwinId thing(int number) {
        return TwinId.of("bench:lamp-" + number);
    }

    private static void check(Answer answer) {
        if (!answer.done()) {
            throw new IllegalStateException(answer.toString());
        }
    }

    private static final class Silent implements Keeper {
        @Override
        public CompletionStage<Boolean> missing(TwinId thing) {
            return CompletableFuture.completedStage(false);
        }

        @Override
        public void acknowledged(TwinId thing, long revision) {}

        @Override
        public void refused(TwinId thing, ObjectNode patch, Answer answer) {
            throw new IllegalStateException(thing + " " + answer);
        }
    }

    private final class Ears implements Link.Listener {
        @Override
        public void connected() {
            Optional.ofNullable(mirror.get()).ifPresent(Mirror::connected);
        }

        @Override
        public void lost() {
            Optional.ofNullable(mirror.get()).ifPresent(Mirror::lost);
        }

        @Override
        public void happened(Link.Event event) {}

        @Override
        public void messaged(Link.Message message) {}
    }
}
