package io.citytwin.adapter.ditto.internal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.citytwin.adapter.ditto.DittoLogin;
import io.citytwin.adapter.ditto.DittoTrust;
import io.citytwin.adapter.ditto.fault.FakeDitto;
import io.citytwin.adapter.ditto.fault.FakeWeb;
import io.citytwin.adapter.ditto.fault.FakeWeb.Reply;
import io.citytwin.adapter.ditto.fault.LogCapture;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.time.CityClock;
import io.citytwin.core.time.SystemClock;
import io.citytwin.core.time.VirtualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final Instant START = Instant.parse("2026-01-10T10:00:00Z");
    private static final String SECRET = "the&secret=of the client";
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(20), Duration.ofMillis(100), 0);

    private FakeWeb server;
    private final VirtualClock clock = new VirtualClock(START);
    private final AtomicInteger count = new AtomicInteger();

    @BeforeEach
    void start() throws Exception {
        server = new FakeWeb();
        server.answer = call ->
                new Reply(200, "{\"access_token\":\"token-" + count.incrementAndGet() + "\",\"expires_in\":300}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTokenIsKeptUntilShortlyBeforeItEnds() throws Exception {
        Tokens tokens = new Tokens(login(), settings(clock));
        assertThat(tokens.token().get()).isEqualTo("token-1");
        clock.advanceTo(START.plusSeconds(269));
        assertThat(tokens.token().get()).isEqualTo("token-1");
        assertThat(tokens.renewal()).isEqualTo(Duration.ofSeconds(1));
        clock.advanceTo(START.plusSeconds(270));
        assertThat(tokens.token().get()).isEqualTo("token-2");
        tokens.forget();
        assertThat(tokens.token().get()).isEqualTo("token-3");
        assertThat(server.calls.get(0).body())
                .isEqualTo("grant_type=client_credentials&client_id=city"
                        + "&client_secret=the%26secret%3Dof+the+client&scope=ditto+city");
    }

    @Test
    void manyWhoAskCauseOneRequest() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        server.answer = call -> {
            try {
                go.await();
            } catch (InterruptedException over) {
                throw new IllegalStateException(over);
            }
            return new Reply(200, "{\"access_token\":\"one\"}");
        };
        Tokens tokens = new Tokens(login(), settings(clock));
        List<CompletableFuture<String>> all = java.util.stream.IntStream.range(0, 20)
                .mapToObj(i -> tokens.token())
                .toList();
        go.countDown();
        for (CompletableFuture<String> each : all) {
            assertThat(each.get(5, TimeUnit.SECONDS)).isEqualTo("one");
        }
        assertThat(server.calls).hasSize(1);
    }

    @Test
    void afterAFailureItIsNotAskedAtOnceAgain() throws Exception {
        server.answer = call -> new Reply(401, "{\"error\":\"invalid_client\",\"echo\":\"" + SECRET + "\"}");
        Tokens tokens = new Tokens(login(), settings(clock));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> tokens.token().get(5, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(CityTwinException.class)
                    .hasMessageContaining("D102")
                    .hasMessageNotContaining("secret=of");
        }
        assertThat(server.calls).hasSize(1);
        clock.advanceTo(START.plusMillis(20));
        assertThatThrownBy(() -> tokens.token().get(5, TimeUnit.SECONDS)).isNotNull();
        assertThat(server.calls).hasSize(2);
    }

    @Test
    void anAnswerThatIsNoTokenIsAFailure() {
        for (String body : List.of("", "{}", "no", "{\"access_token\":\"a\\r\\nb: c\"}", "{\"access_token\":7e9}")) {
            server.answer = call -> new Reply(200, body);
            Tokens tokens = new Tokens(login(), settings(clock));
            if (!body.contains("7e9")) {
                assertThatThrownBy(() -> tokens.token().get(5, TimeUnit.SECONDS))
                        .as(body)
                        .hasCauseInstanceOf(CityTwinException.class);
            }
        }
    }

    @Test
    void anOpenSessionIsToldTheNextTokenAndNoLogTellsAny() throws Exception {
        LogCapture.start();
        server.answer =
                call -> new Reply(200, "{\"access_token\":\"token-" + count.incrementAndGet() + "\",\"expires_in\":1}");
        Credentials credentials = Credentials.of(login(), settings(new SystemClock()));
        try (FakeDitto ditto = new FakeDitto();
                DittoLink link = new DittoLink(
                        new DittoLink.Settings(
                                Address.of(ditto.uri()),
                                DittoTrust.system(),
                                Subscription.all(Set.of()),
                                Patience.standard(),
                                "t"),
                        credentials)) {
            link.open(new Told()).get(5, TimeUnit.SECONDS);
            await().until(() -> ditto.heard.size() >= 4);

            assertThat(ditto.upgrades.get(0)).containsEntry("authorization", "Bearer token-1");
            assertThat(ditto.heard.subList(2, 4))
                    .containsExactly("JWT-TOKEN?jwtToken=token-2", "JWT-TOKEN?jwtToken=token-3");
        } finally {
            credentials.close();
        }
        List<String> log = LogCapture.stop();
        assertThat(log).anyMatch(line -> line.contains("START-SEND-EVENTS"));
        assertThat(log).noneMatch(line -> line.contains("token-")).noneMatch(line -> line.contains("secret=of"));
    }

    @Test
    void noTextHasASecret() {
        TokenSettings settings = settings(clock);
        DittoLogin basic = DittoLogin.basic("ditto", "secret=of");
        Credentials credentials = Credentials.of(login(), settings);
        Plan plan = new Plan(
                Address.of(URI.create("http://a")),
                DittoTrust.system(),
                Patience.standard(),
                Map.of("Authorization", "Bearer secret=of"));
        assertThat(List.of(basic, login(), credentials, Credentials.of(basic, settings), plan, settings))
                .extracting(Object::toString)
                .noneMatch(text -> text.contains("secret=of"));
        assertThatThrownBy(() -> DittoLogin.basic("a:b", "secret=of")).hasMessageNotContaining("secret=of");
        assertThatThrownBy(() -> DittoLogin.basic("a", "secret=of\r\n")).hasMessageNotContaining("secret=of");
        assertThatThrownBy(() -> DittoLogin.clientCredentials(URI.create("http://b.it/t"), "c", "secret=of", List.of()))
                .hasMessageContaining("D102")
                .hasMessageNotContaining("secret=of");
        assertThatThrownBy(() -> Address.of(URI.create("https://me:secret=of@ditto.it")))
                .hasMessageContaining("D101")
                .hasMessageNotContaining("secret=of");
    }

    @Test
    void oneAddressLeadsToBothWaysIn() {
        assertThat(Address.of(URI.create("wss://d.it:444/x/")).api()).isEqualTo("https://d.it:444/x/api/2");
        assertThat(Address.of(URI.create("http://d.it")).webSocket()).isEqualTo("ws://d.it");
        for (String bad : List.of("ftp://d.it", "d.it", "http:///x", "http://d.it?x=1")) {
            assertThatThrownBy(() -> Address.of(URI.create(bad))).hasMessageContaining("D101");
        }
    }

    private DittoLogin.ClientCredentials login() {
        return (DittoLogin.ClientCredentials)
                DittoLogin.clientCredentials(server.uri().resolve("/token"), "city", SECRET, List.of("ditto", "city"));
    }

    private static TokenSettings settings(CityClock clock) {
        return new TokenSettings(DittoTrust.system(), clock, Duration.ofSeconds(2), Duration.ofSeconds(30), QUICK);
    }
}
