package io.citytwin.adapter.mqtt.internal.link;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import io.citytwin.adapter.mqtt.MqttBroker;
import io.citytwin.adapter.mqtt.MqttError;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.privacy.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/** Reads the files that protect a line. Safe for use by many threads. */
public final class TlsFiles {

    private static final String STORE = "PKCS12";

    private TlsFiles() {}

    /**
     * Reads them.
     *
     * @param tls names the files
     * @return what the client needs
     * @throws CityTwinException {@code M708} if a file is of no use
     */
    public static MqttClientSslConfig read(MqttBroker.Tls tls) {
        return MqttClientSslConfig.builder()
                .trustManagerFactory(tls.trust()
                        .map(file -> trust(file, tls.trustPassword()))
                        .orElse(null))
                .keyManagerFactory(
                        tls.key().map(file -> key(file, tls.keyPassword())).orElse(null))
                .build();
    }

    private static TrustManagerFactory trust(Path file, Optional<Secret> password) {
        try {
            KeyStore store = password.isPresent() ? store(file, password.get()) : authorities(file);
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory;
        } catch (IOException | GeneralSecurityException wrong) {
            throw unusable(file, wrong);
        }
    }

    private static KeyManagerFactory key(Path file, Optional<Secret> password) {
        Secret words = password.orElse(Secret.of(""));
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store(file, words), words.reveal().toCharArray());
            return factory;
        } catch (IOException | GeneralSecurityException wrong) {
            throw unusable(file, wrong);
        }
    }

    private static KeyStore store(Path file, Secret password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(STORE);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.reveal().toCharArray());
        }
        return store;
    }

    private static KeyStore authorities(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(STORE);
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + store.size(), one);
            }
        }
        if (store.size() == 0) {
            throw new GeneralSecurityException("no certificate stands in it");
        }
        return store;
    }

    private static CityTwinException unusable(Path file, Exception cause) {
        return new CityTwinException(
                MqttError.TLS,
                "`" + file.getFileName() + "` cannot be used: `" + cause.getMessage() + "`.",
                "Maybe its password or format is another: stores are PKCS #12, authorities PEM.");
    }
}
