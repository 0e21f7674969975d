package io.citytwin.adapter.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.MemoryJournal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, in each security profile. */
class LoginTest {

    private static final String HEARTBEAT = "[2,\"1\",\"Heartbeat\",{}]";

    private static RunningCity city(OcppAdapterBuilder builder) {
        return new RunningCity(
                builder.template(RunningCity.NAMES).build(), RunningCity.stations(2), new MemoryJournal());
    }

    private static String shake(RunningCity city, String identity, String... headers) {
        try (RawStation station = new RawStation(city.adapter().port())) {
            return station.shake(identity, "ocpp1.6", headers)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void aPasswordIsAsked() {
        try (RunningCity city = city(OcppAdapter.builder()
                .password(Secret.of("right"))
                .station(OcppStation.of("a b+c").password(Secret.of("own"))))) {
            assertThat(shake(city, "CP-000", RawStation.basic("CP-000", "right")))
                    .contains(" 101 ");
            assertThat(shake(city, "CP-000")).contains(" 401 ");
            assertThat(shake(city, "CP-000", RawStation.basic("CP-000", "wrong")))
                    .contains(" 401 ");
            assertThat(shake(city, "CP-000", RawStation.basic("CP-001", "right")))
                    .contains(" 401 ");
            assertThat(shake(city, "CP-000", "Authorization: Basic ???")).contains(" 401 ");
            assertThat(shake(city, "CP-000", "Authorization: Bearer right")).contains(" 401 ");
            // Its own password is the only one, and its identity is written for a path.
            assertThat(shake(city, "a%20b+c", RawStation.basic("a b+c", "own"))).contains(" 101 ");
            assertThat(shake(city, "a%20b+c", RawStation.basic("a b+c", "right")))
                    .contains(" 401 ");
            assertThat(city.everything()).doesNotContain("right").doesNotContain("own");
        }
    }

    @Test
    void onlyKnownStationsComeIn() {
        try (RunningCity city = city(OcppAdapter.builder().security(SecurityProfile.NONE))) {
            assertThat(shake(city, "CP-001")).contains(" 101 ");
            for (String path :
                    new String[] {"CP-002", "", "../CP-001", "x/CP-001", "%00", "%", "%FF", "A".repeat(65)}) {
                assertThat(shake(city, path)).as(path).contains(" 404 ");
            }
            assertThat(shake(city, "A".repeat(5_000))).doesNotContain(" 101 ");
        }
        try (RunningCity city =
                city(OcppAdapter.builder().security(SecurityProfile.NONE).strangers())) {
            assertThat(shake(city, "CP-002")).contains(" 101 ");
        }
    }

    @Test
    void aBookOfPasswordsIsAsked() {
        try (RunningCity city = city(OcppAdapter.builder()
                .passwords(
                        station -> station.equals("CP-000") ? Optional.of(Secret.of("booked")) : Optional.empty()))) {
            assertThat(shake(city, "CP-000", RawStation.basic("CP-000", "booked")))
                    .contains(" 101 ");
            assertThat(shake(city, "CP-001", RawStation.basic("CP-001", "booked")))
                    .contains(" 401 ");
        }
    }

    @Test
    void tlsHidesThePassword(@TempDir Path folder) throws Exception {
        Authority authority = new Authority(folder);
        TlsFiles files = authority.server();
        try (RunningCity city = city(
                OcppAdapter.builder().security(SecurityProfile.TLS).tls(files).password(Secret.of("right")))) {
            try (RawStation station = secured(city, authority.trusting())) {
                assertThat(station.shake("CP-000", "ocpp1.6", RawStation.basic("CP-000", "right")))
                        .startsWith("HTTP/1.1 101");
                assertThat(station.ask(HEARTBEAT)).startsWith("[3,");
            }
            assertThat(shake(city, "CP-000", RawStation.basic("CP-000", "right")))
                    .isEmpty();
        }
    }

    @Test
    void aCertificateNamesItsStation(@TempDir Path folder) throws Exception {
        Authority authority = new Authority(folder);
        TlsFiles files = authority.server().signedBy(authority.certificate());
        SSLContext station0 = authority.station("CP-000");
        try (RunningCity city =
                city(OcppAdapter.builder().security(SecurityProfile.CERTIFICATE).tls(files))) {
            try (RawStation station = secured(city, station0)) {
                assertThat(station.shake("CP-000", "ocpp2.0.1")).startsWith("HTTP/1.1 101");
                assertThat(station.ask(HEARTBEAT)).startsWith("[3,");
            }
            try (RawStation station = secured(city, station0)) {
                assertThat(station.shake("CP-001", "ocpp2.0.1")).startsWith("HTTP/1.1 401");
            }
            try (RawStation nobody = secured(city, authority.trusting())) {
                assertThat(nobody.shake("CP-000", "ocpp2.0.1")).isEmpty();
            }
            try (RawStation other = secured(city, new Authority(folder.resolve("other")).station("CP-000"))) {
                assertThat(other.shake("CP-000", "ocpp2.0.1")).isEmpty();
            }
        }
    }

    private static RawStation secured(RunningCity city, SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), city.adapter().port());
        return new RawStation(socket);
    }

    /** A port that is taken, and a certificate that is none, are told when the city starts. */
    @Test
    void whatCannotListenSaysSo(@TempDir Path folder) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RunningCity city = city(OcppAdapter.builder()
                        .security(SecurityProfile.NONE)
                        .listen("127.0.0.1", taken.getLocalPort()))) {
            assertThat(city.city().deadLetters())
                    .anyMatch(letter -> letter.code().equals("O801"));
        }
        try (RunningCity city = city(OcppAdapter.builder()
                .security(SecurityProfile.TLS)
                .password(Secret.of("right"))
                .tls(TlsFiles.of(folder.resolve("a.pem"), folder.resolve("b.pem"))))) {
            assertThat(city.city().deadLetters())
                    .anyMatch(letter -> letter.code().equals("O803"));
        }
    }

    @Test
    void whatDoesNotFitTogetherIsToldAtOnce() {
        OcppAdapterBuilder builder = OcppAdapter.builder()
                .security(SecurityProfile.CERTIFICATE)
                .path("ocpp")
                .station(OcppStation.of("A")
                        .plug(1, "it.milano:c", "it.milano:e")
                        .plug(1, "it.milano:c", "it.milano:f"))
                .template(OcppTemplate.of("it.milano:{number}", "it.milano:{identity}-{number}", "it.milano"));
        assertThatThrownBy(builder::build).isInstanceOfSatisfying(CityTwinException.class, failure -> {
            assertThat(failure.code()).isEqualTo(OcppError.SETTINGS);
            assertThat(failure.problem())
                    .contains("no certificate", "who signs", "no path", "`it.milano:{number}`", "there twice")
                    .contains("another place already");
        });
        assertThatThrownBy(
                        () -> OcppAdapter.builder().station(OcppStation.of("A")).build())
                .hasMessageContaining("no plug")
                .hasMessageContaining("no password");
    }
}
