package io.citytwin.adapter.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Signs certificates, with the JDK's keytool. For one thread at a time. */
final class Authority {

    private static final String WORD = "changeit";

    private final Path folder;

    Authority(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        tool(
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Authority",
                "-ext",
                "bc:c",
                "-validity",
                "30");
        tool("-exportcert", "-alias", "ca", "-rfc", "-file", certificate().toString());
    }

    Path certificate() {
        return folder.resolve("ca.pem");
    }

    private void tool(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        all.addAll(List.of(words));
        all.addAll(List.of(
                "-keystore", folder.resolve("keys.p12").toString(), "-storepass", WORD, "-storetype", "PKCS12"));
        Path log = folder.resolve("keytool.log");
        Process process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    }

    private void sign(String name) throws IOException, InterruptedException {
        String request = folder.resolve(name + ".csr").toString();
        String signed = folder.resolve(name + ".pem").toString();
        tool("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name + ",O=City", "-validity", "30");
        tool("-certreq", "-alias", name, "-file", request);
        tool(
                "-gencert",
                "-alias",
                "ca",
                "-infile",
                request,
                "-outfile",
                signed,
                "-rfc",
                "-validity",
                "30",
                "-ext",
                "san=ip:127.0.0.1");
        tool("-importcert", "-alias", name, "-file", signed, "-noprompt");
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(file, WORD.toCharArray());
        }
        return keys;
    }

    /** PEM files of a server. */
    TlsFiles server() throws IOException, InterruptedException, GeneralSecurityException {
        sign("server");
        Key key = keys().getKey("server", WORD.toCharArray());
        Path file = folder.resolve("server.key");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        return TlsFiles.of(folder.resolve("server.pem"), file);
    }

    /** For a station that trusts the server and has no certificate. */
    SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", keys().getCertificate("ca"));
        return context(trusted, new KeyManagerFactory[0]);
    }

    /** For a station with a certificate that names it. */
    SSLContext station(String name) throws IOException, InterruptedException, GeneralSecurityException {
        sign(name);
        KeyStore all = keys();
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(name, all.getKey(name, WORD.toCharArray()), WORD.toCharArray(), all.getCertificateChain(name));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(own, WORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", all.getCertificate("ca"));
        return context(trusted, managers);
    }

    private static SSLContext context(KeyStore trusted, KeyManagerFactory... own) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.length == 0 ? null : own[0].getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
