package io.citytwin.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.adapter.mqtt.MqttBroker.Tls;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.MemoryJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that asks for a certificate. */
class TlsTest {

    private static final Optional<Secret> WORDS = Optional.of(Secret.of(TlsWorld.PASSWORD));

    @TempDir
    private static Path folder;

    private static TlsWorld world;
    private static Broker broker;

    @BeforeAll
    static void start() throws Exception {
        world = TlsWorld.make(folder);
        broker = Broker.protectedBy(world);
    }

    @AfterAll
    static void stop() {
        broker.stop();
    }

    private static MqttAdapter adapter(String host, Tls tls) {
        MqttBroker.Session quick = new MqttBroker.Session(
                Duration.ofDays(1),
                OptionalInt.of(10),
                65_536,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(100),
                Duration.ofMillis(500));
        MqttBroker where = new MqttBroker(
                host,
                broker.port(),
                MqttBroker.Version.V5,
                "tls-city",
                Optional.of(new MqttBroker.Login(Broker.USER, Secret.of(Broker.PASSWORD))),
                Optional.of(tls),
                quick,
                Optional.empty());
        return MqttAdapter.builder()
                .name("safe")
                .config(new MqttConfig(where, List.of(), List.of()))
                .build();
    }

    private static Tls tls(Path trust, Path key) {
        return new Tls(Optional.of(trust), Optional.empty(), Optional.of(key), WORDS);
    }

    @Test
    void whoKnowsEachOtherConnects() {
        try (LiveCity city =
                new LiveCity(new MemoryJournal(), 1, adapter("127.0.0.1", tls(world.authority(), world.key("city"))))) {
            city.connected();
        }
    }

    @Test
    void aStoreMayBeTrustedInPlaceOfCertificates() throws Exception {
        Tls store = new Tls(Optional.of(world.brokerTrust()), WORDS, Optional.of(world.key("city")), WORDS);
        try (LiveCity city = new LiveCity(new MemoryJournal(), 1, adapter("127.0.0.1", store))) {
            city.connected();
        }
    }

    @Test
    void aStrangersCertificateIsNotTaken() {
        try (LiveCity city = new LiveCity(
                new MemoryJournal(), 1, adapter("127.0.0.1", tls(world.authority(), world.key("stranger"))))) {
            LiveCity.until(
                    "an alarm",
                    () -> !city.alarms().isEmpty() && !city.alarms().toString().contains("not answered yet"));
        }
    }

    @Test
    void aBrokerThatNobodyKnowsIsNotTrusted() {
        try (LiveCity city = new LiveCity(
                new MemoryJournal(),
                1,
                adapter("127.0.0.1", tls(world.folder().resolve("stranger.pem"), world.key("city"))))) {
            LiveCity.until("an alarm", () -> city.alarms().toString().contains("path"));
        }
    }

    /** The certificate is for 127.0.0.1 and localhost, and for no other name of this machine. */
    @Test
    void aBrokerOfAnotherNameIsNotTrusted() {
        try (LiveCity city =
                new LiveCity(new MemoryJournal(), 1, adapter("127.0.0.2", tls(world.authority(), world.key("city"))))) {
            LiveCity.until(
                    "an alarm",
                    () -> !city.alarms().isEmpty() && !city.alarms().toString().contains("not answered yet"));
        }
    }

    @Test
    void filesOfNoUseAreToldAtOnce() throws Exception {
        Path words = Files.writeString(folder.resolve("words.pem"), "no certificate");
        assertThatThrownBy(() -> adapter("127.0.0.1", tls(words, world.key("city"))))
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("`words.pem`")
                .hasMessageContaining("/broker/tls");
        Tls wrong = new Tls(
                Optional.of(world.authority()),
                Optional.empty(),
                Optional.of(world.key("city")),
                Optional.of(Secret.of("an0ther")));
        assertThatThrownBy(() -> adapter("127.0.0.1", wrong))
                .hasMessageContaining("`city.p12`")
                .hasMessageNotContaining("an0ther");
        assertThat(wrong.toString()).doesNotContain("an0ther");
    }
}
