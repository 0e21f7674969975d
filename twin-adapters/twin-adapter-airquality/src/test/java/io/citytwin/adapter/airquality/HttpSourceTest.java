package io.citytwin.adapter.airquality;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.MemoryJournal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers as they are, and as they should not be. The city's time is virtual: each request is done when time goes on. */
class HttpSourceTest {

    private static final Instant START = Instant.parse("2026-04-01T08:30:00Z");
    private static final String STATION = "it.milano:air-6";
    private static final String TABLE = "station,date,value\n6,2026-04-01T08:00:00Z,50\n";
    private static final Secret TOKEN = Secret.of("open-sesame");

    private final Agency agency = new Agency();

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        MemoryJournal journal = new MemoryJournal();
        agency.answers(exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"seven\"");
            exchange.getResponseHeaders().add("Last-Modified", "Wed, 01 Apr 2026 08:10:00 GMT");
            if ("\"seven\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                send(exchange, TABLE);
            }
        });
        Instant end;
        try (AirCity city = new AirCity(START, journal, adapter("/air.csv").build(), STATION)) {
            city.pass(Duration.ofMinutes(11));
            assertThat(city.now(STATION, "nitrogenHourMean")).isEqualTo("50 ug/m3 GOOD");
            end = city.city.now();
        }
        assertThat(agency.asked()).hasSize(2);
        assertThat(agency.asked().get(0).headers()).doesNotContainKey("If-None-Match");
        Agency.Asked second = agency.asked().get(1);
        assertThat(second.headers().getFirst("If-None-Match")).isEqualTo("\"seven\"");
        assertThat(second.headers().getFirst("If-Modified-Since")).isEqualTo("Wed, 01 Apr 2026 08:10:00 GMT");
        // Also the next run knows what was read.
        try (AirCity city = new AirCity(end, journal, adapter("/air.csv").build(), STATION)) {
            city.pass(Duration.ofMinutes(1));
            assertThat(city.kept()).hasSize(1);
            assertThat(city.alarms()).isEmpty();
        }
        assertThat(agency.asked().get(2).headers().getFirst("If-None-Match")).isEqualTo("\"seven\"");
    }

    @Test
    void aServerWithoutTagsIsReadAgainAndSaysNothingNew() {
        agency.answers(TABLE);
        try (AirCity city = new AirCity(START, adapter("/air.csv").build(), STATION)) {
            city.pass(Duration.ofHours(1));
            assertThat(city.kept()).hasSize(1);
            assertThat(agency.asked()).hasSizeGreaterThan(5);
        }
    }

    @Test
    void aFailureIsTriedAgainLaterEachTime() {
        agency.answers(exchange -> exchange.sendResponseHeaders(500, -1));
        try (AirCity city = new AirCity(START, adapter("/air.csv").build(), STATION)) {
            city.pass(Duration.ofMinutes(1));
            assertThat(city.alarms()).singleElement().asString().contains("Source `live`", "status `500`");
            // At 0, 1, 3, 7, 15 and then every 10 minutes.
            city.pass(Duration.ofMinutes(59));
            assertThat(agency.asked()).hasSize(9);
            agency.answers(TABLE);
            city.pass(Duration.ofMinutes(11));
            assertThat(city.alarms()).isEmpty();
            assertThat(city.now(STATION, "nitrogenHourMean")).isEqualTo("50 ug/m3 GOOD");
        }
    }

    @Test
    void aServerThatAsksForPatienceGetsIt() {
        agency.answers(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "400");
            exchange.sendResponseHeaders(429, -1);
        });
        try (AirCity city = new AirCity(START, adapter("/air.csv").build(), STATION)) {
            city.pass(Duration.ofSeconds(399));
            assertThat(agency.asked()).hasSize(1);
            city.pass(Duration.ofSeconds(61));
            assertThat(agency.asked()).hasSize(2);
        }
    }

    @Test
    void aBodyThatDoesNotEndIsCutOff() {
        agency.answers(exchange -> Agency.endlessly(exchange, TABLE.getBytes(StandardCharsets.UTF_8)));
        assertFails(adapter("/air.csv").largest(100_000), "more than 100000 bytes");
    }

    @Test
    void aBodyThatIsTooLongByOneByteIsCutOff() {
        agency.answers(TABLE);
        assertFails(adapter("/air.csv").largest(TABLE.length() - 1), "more than " + (TABLE.length() - 1) + " bytes");
        try (AirCity city =
                new AirCity(START, adapter("/air.csv").largest(TABLE.length()).build(), STATION)) {
            city.pass(Duration.ofMinutes(1));
            assertThat(city.alarms()).isEmpty();
        }
    }

    @Test
    void aCompressedBodyIsNotUnpacked() {
        byte[] bomb = packed(new byte[50_000_000]);
        agency.answers(exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.length);
            exchange.getResponseBody().write(bomb);
        });
        assertFails(adapter("/air.csv"), "compressed, which nobody asked for");
        assertThat(agency.asked().get(0).headers().getFirst("Accept-Encoding")).isEqualTo("identity");
        // One that does not say so is no table.
        agency.answers(exchange -> {
            exchange.sendResponseHeaders(200, bomb.length);
            exchange.getResponseBody().write(bomb);
        });
        assertFails(adapter("/air.csv"), "cannot be understood");
    }

    @Test
    void aBodyThatComesTooSlowlyIsGivenUp() {
        CountDownLatch over = new CountDownLatch(1);
        agency.answers(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(TABLE.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await(over);
        });
        assertFails(adapter("/air.csv").timeout(Duration.ofMillis(300)), "took more than `PT0.3S`");
        over.countDown();
    }

    @Test
    void aCircleIsLeft() {
        agency.answers(exchange -> redirect(exchange, "/air.csv?again"));
        assertFails(adapter("/air.csv"), "leads on more than `5` times");
        assertThat(agency.asked()).hasSize(6);
    }

    @Test
    void nobodyFollowsToAFileOrElsewhere() {
        for (String place : List.of(
                "file:///etc/passwd",
                "",
                "ftp://agency.example/air.csv",
                "http://[broken",
                "http://me:pw@127.0.0.1/air.csv")) {
            agency.answers(exchange -> redirect(exchange, place));
            assertFails(adapter("/air.csv"), "where nobody follows");
        }
    }

    @Test
    void anAddressThatNobodyCanAskIsAFailureAsAnyOther() {
        agency.answers(exchange -> redirect(exchange, "http://127.0.0.1:99999/air.csv"));
        try (AirCity city = new AirCity(START, adapter("/air.csv").build(), STATION)) {
            city.pass(Duration.ofSeconds(59));
            assertThat(city.alarms()).singleElement().asString().contains("Source `live` tells nothing");
            agency.answers(TABLE);
            city.pass(Duration.ofMinutes(2));
            assertThat(city.alarms()).isEmpty();
        }
    }

    /** What cannot be sent back is forgotten. */
    @Test
    void anOddTagDoesNoHarm() {
        agency.answers(TABLE, "ETag", "\"caf\u00E9\"");
        try (AirCity city = new AirCity(START, adapter("/air.csv").build(), STATION)) {
            city.pass(Duration.ofMinutes(25));
            assertThat(city.alarms()).isEmpty();
            assertThat(city.city.deadLetters()).isEmpty();
            assertThat(agency.asked()).hasSize(3);
        }
    }

    @Test
    void aSecretIsForItsServerOnly() {
        try (Agency other = new Agency()) {
            other.answers(TABLE);
            agency.answers(exchange -> redirect(
                    exchange,
                    exchange.getRequestURI().getPath().equals("/air.csv")
                            ? "/moved.csv"
                            : other.uri("/air.csv").toString()));
            try (AirCity city = new AirCity(START, adapter("/air.csv").build(), STATION)) {
                city.pass(Duration.ofMinutes(1));
                assertThat(city.now(STATION, "nitrogenHourMean")).isEqualTo("50 ug/m3 GOOD");
            }
            assertThat(agency.asked())
                    .hasSize(2)
                    .allSatisfy(asked ->
                            assertThat(asked.headers().getFirst("X-App-Token")).isEqualTo(TOKEN.reveal()));
            assertThat(other.asked())
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.headers()).doesNotContainKey("X-app-token"));
        }
    }

    private void assertFails(AirQualityAdapterBuilder adapter, String why) {
        try (AirCity city = new AirCity(START, adapter.build(), STATION)) {
            city.pass(Duration.ofSeconds(59));
            assertThat(city.alarms()).singleElement().asString().contains(why).doesNotContain(TOKEN.reveal());
            assertThat(city.kept()).isEmpty();
        }
    }

    private AirQualityAdapterBuilder adapter(String path) {
        AirSource.Header header = new AirSource.Header("X-App-Token", TOKEN);
        return AirQualityAdapter.builder()
                .name("air")
                .source(new AirSource(
                        "live", new AirSource.OverHttp(agency.uri(path), Optional.of(header)), StationPeer.FEED))
                .poll(Duration.ofMinutes(10))
                .retry(Duration.ofMinutes(1), Duration.ofMinutes(10));
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void redirect(HttpExchange exchange, String place) throws IOException {
        if (!place.isEmpty()) {
            exchange.getResponseHeaders().add("Location", place);
        }
        exchange.sendResponseHeaders(302, -1);
    }

    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
