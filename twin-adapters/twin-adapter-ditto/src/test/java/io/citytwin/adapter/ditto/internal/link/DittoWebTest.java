package io.citytwin.adapter.ditto.internal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.citytwin.adapter.ditto.DittoLogin;
import io.citytwin.adapter.ditto.DittoTrust;
import io.citytwin.adapter.ditto.fault.FakeWeb;
import io.citytwin.adapter.ditto.fault.FakeWeb.Reply;
import io.citytwin.core.time.SystemClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DittoWebTest {

    private static final Patience QUICK = new Patience(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            new Backoff(Duration.ofMillis(5), Duration.ofMillis(20), 0.5),
            1);

    private FakeWeb server;
    private DittoWeb web;

    @BeforeEach
    void start() throws Exception {
        server = new FakeWeb();
        Credentials credentials = Credentials.of(
                DittoLogin.basic("ditto", "secret"), TokenSettings.standard(DittoTrust.system(), new SystemClock()));
        web = new DittoWeb(Address.of(server.uri()), DittoTrust.system(), QUICK, credentials);
    }

    @AfterEach
    void stop() {
        web.close();
        server.close();
    }

    @Test
    void sendsBodyHeadersAndLogin() {
        JsonNode policy = JsonNodeFactory.instance.objectNode().put("a", 1);
        Answer answer = web.call(
                        "PUT", "/policies/it.milano:lamps", Optional.of(policy), Map.of("If-Match", "\"rev:2\""))
                .join();
        web.call("PATCH", "/things/x", Optional.of(policy), Map.of()).join();
        web.call("DELETE", "/things/x", Optional.empty(), Map.of()).join();

        FakeWeb.Call put = server.calls.get(0);
        assertThat(put.uri()).hasPath("/api/2/policies/it.milano:lamps");
        assertThat(put.body()).isEqualTo("{\"a\":1}");
        assertThat(put.headers())
                .containsEntry("authorization", "Basic ZGl0dG86c2VjcmV0")
                .containsEntry("if-match", "\"rev:2\"")
                .containsEntry("content-type", "application/json");
        assertThat(server.calls.get(1).headers()).containsEntry("content-type", "application/merge-patch+json");
        assertThat(server.calls.get(2).body()).isEmpty();
        assertThat(answer.headers()).containsEntry("etag", "\"rev:3\"");
    }

    @Test
    void aRefusalIsAnAnswerAlsoWithoutJson() {
        server.answer = call -> new Reply(404, "{\"error\":\"policies:policy.notfound\"}");
        assertThat(get().error()).isEqualTo("policies:policy.notfound");
        server.answer = call -> new Reply(502, "<html>bad gateway");
        assertThat(get().status()).isEqualTo(502);
        server.answer = call -> new Reply(200, "<html>a login page");
        assertThatThrownBy(this::get).isInstanceOf(CompletionException.class).hasCauseInstanceOf(LinkLost.class);
    }

    @Test
    void silenceIsALoss() {
        server.close();
        assertThatThrownBy(this::get).isInstanceOf(CompletionException.class).hasCauseInstanceOf(LinkLost.class);
    }

    @Test
    void anEndlessAnswerIsRefused() {
        BoundedBody body = new BoundedBody(10);
        List<String> said = new ArrayList<>();
        body.onSubscribe(new java.util.concurrent.Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {
                said.add("cancel");
            }
        });
        body.onNext(List.of(java.nio.ByteBuffer.allocate(10)));
        assertThat(said).isEmpty();
        body.onNext(List.of(java.nio.ByteBuffer.allocate(1)));

        assertThat(said).containsExactly("cancel");
        assertThat(body.getBody().toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void aSearchFollowsTheCursorAndRepeatsPagesThatFail() {
        AtomicInteger count = new AtomicInteger();
        server.answer = call -> switch (count.getAndIncrement()) {
            case 0 -> new Reply(503, "");
            case 1 -> new Reply(200, "{\"items\":[{\"thingId\":\"a:1\"},{\"thingId\":\"a:2\"}],\"cursor\":\"x+/=\"}");
            case 2 -> new Reply(429, "{}");
            default -> new Reply(200, "{\"items\":[{\"thingId\":\"a:3\"}]}");
        };
        List<String> found = new ArrayList<>();
        web.search(
                "eq(attributes/a,\"b c\")",
                "it.milano,it.roma",
                "thingId",
                item -> found.add(item.path("thingId").asText()));

        assertThat(found).containsExactly("a:1", "a:2", "a:3");
        assertThat(server.calls.get(3).uri().getRawQuery())
                .isEqualTo("option=size(200),cursor(x%2B%2F%3D)&filter=eq%28attributes%2Fa%2C%22b%20c%22%29"
                        + "&namespaces=it.milano%2Cit.roma&fields=thingId");
    }

    @Test
    void aSearchThatIsWrongIsNotRepeated() {
        server.answer = call -> new Reply(400, "{\"error\":\"rql.expression.invalid\"}");
        assertThatThrownBy(() -> web.search("no(", "", "", item -> {}))
                .isInstanceOf(LinkLost.class)
                .hasMessageContaining("400 rql.expression.invalid");
        assertThat(server.calls).hasSize(1);
    }

    @Test
    void leavesNoThread() {
        get();
        web.close();
        web = null;
        // Java 17 cannot close its client: the thread ends once the client is garbage.
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            System.gc();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("citytwin-ditto-web"));
        });
        web = new DittoWeb(
                Address.of(server.uri()),
                DittoTrust.system(),
                QUICK,
                Credentials.of(DittoLogin.none(), TokenSettings.standard(DittoTrust.system(), new SystemClock())));
    }

    private Answer get() {
        return web.call("GET", "/policies/x", Optional.empty(), Map.of()).join();
    }
}
