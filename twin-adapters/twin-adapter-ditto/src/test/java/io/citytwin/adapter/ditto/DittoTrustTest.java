package io.citytwin.adapter.ditto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.citytwin.adapter.ditto.fault.FakeDitto;
import io.citytwin.adapter.ditto.fault.FakeWeb;
import io.citytwin.adapter.ditto.internal.link.Address;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.adapter.ditto.internal.link.Backoff;
import io.citytwin.adapter.ditto.internal.link.Credentials;
import io.citytwin.adapter.ditto.internal.link.DittoLink;
import io.citytwin.adapter.ditto.internal.link.DittoWeb;
import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.adapter.ditto.internal.link.LinkLost;
import io.citytwin.adapter.ditto.internal.link.Patience;
import io.citytwin.adapter.ditto.internal.link.Subscription;
import io.citytwin.adapter.ditto.internal.link.TokenSettings;
import io.citytwin.core.time.SystemClock;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DittoTrustTest {

    private static final char[] WORD = "changeit".toCharArray();
    private static final Patience QUICK = new Patience(
            Duration.ofSeconds(3),
            Duration.ofSeconds(3),
            Duration.ofSeconds(3),
            new Backoff(Duration.ofMillis(20), Duration.ofMillis(100), 0.5),
            1);

    @TempDir
    static Path folder;

    private static Path here;
    private static Path elsewhere;

    @BeforeAll
    static void makeCertificates() throws Exception {
        here = certificate("here", "ip:127.0.0.1");
        elsewhere = certificate("elsewhere", "dns:elsewhere.example");
    }

    @Test
    void trustsWhoseCertificateItWasGiven() throws Exception {
        assertThat(web("here", DittoTrust.pem(here))).isEqualTo(200);
        assertThat(web("here", DittoTrust.store(store("here")))).isEqualTo(200);
        assertThat(link("here", DittoTrust.pem(here))).isEmpty();
    }

    @Test
    void trustsNobodyElse() throws Exception {
        assertThat(web("here", DittoTrust.pem(elsewhere))).isZero();
        assertThat(web("here", DittoTrust.system())).isZero();
        assertThat(link("here", DittoTrust.pem(elsewhere))).isNotEmpty();
        assertThat(link("here", DittoTrust.system())).isNotEmpty();
    }

    @Test
    void trustsNoCertificateOfAnotherHost() throws Exception {
        assertThat(web("elsewhere", DittoTrust.pem(elsewhere))).isZero();
        assertThat(link("elsewhere", DittoTrust.pem(elsewhere))).isNotEmpty();
    }

    @Test
    void aFileWithoutCertificatesIsRefused() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");
        assertThatThrownBy(() -> DittoTrust.pem(empty)).hasMessageContaining("D103");
        assertThatThrownBy(() -> DittoTrust.pem(folder.resolve("none.pem"))).hasMessageContaining("D103");
    }

    private static int web(String name, DittoTrust trust) throws Exception {
        HttpsServer server = HttpsServer.create();
        server.setHttpsConfigurator(new HttpsConfigurator(context(name)));
        try (FakeWeb fake = new FakeWeb(server);
                DittoWeb web = new DittoWeb(address("https", fake.port()), trust, QUICK, nobody())) {
            return web.call("GET", "/whoami", Optional.empty(), Map.of())
                    .handle((answer, failure) ->
                            Optional.ofNullable(answer).map(Answer::status).orElse(0))
                    .get(5, TimeUnit.SECONDS);
        }
    }

    private static String link(String name, DittoTrust trust) throws Exception {
        try (FakeDitto ditto = new FakeDitto(context(name).getServerSocketFactory());
                DittoLink link = new DittoLink(
                        new DittoLink.Settings(address("wss", ditto.port()), trust, Subscription.none(), QUICK, "t"),
                        nobody())) {
            CompletableFuture<Void> open = link.open(new Deaf());
            await().until(() -> open.isDone() || link.health().attempts() >= 2);
            return open.isDone() ? "" : link.health().problem();
        }
    }

    private static Address address(String scheme, int port) {
        return Address.of(URI.create(scheme + "://127.0.0.1:" + port));
    }

    private static Credentials nobody() {
        return Credentials.of(DittoLogin.none(), TokenSettings.standard(DittoTrust.system(), new SystemClock()));
    }

    private static SSLContext context(String name) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(pair(name), WORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore pair(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, WORD);
        }
        return store;
    }

    private static KeyStore store(String name) throws Exception {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("anchor", pair(name).getCertificate(name));
        return anchors;
    }

    // Java makes certificates with its tool only.
    private static Path certificate(String name, String host) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String store = folder.resolve(name + ".p12").toString();
        run(
                keytool,
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + host,
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-keystore",
                store,
                "-storepass",
                "changeit");
        Path pem = folder.resolve(name + ".pem");
        run(
                keytool,
                "-exportcert",
                "-rfc",
                "-alias",
                name,
                "-keystore",
                store,
                "-storepass",
                "changeit",
                "-file",
                pem.toString());
        return pem;
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static final class Deaf implements Link.Listener {
        @Override
        public void connected() {}

        @Override
        public void lost() {}

        @Override
        public void happened(Link.Event event) {
            throw new LinkLost("nothing was asked for", null);
        }

        @Override
        public void messaged(Link.Message message) {
            throw new LinkLost("nothing was asked for", null);
        }
    }
}
