package io.citytwin.adapter.ditto;

import io.citytwin.core.error.CityTwinException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.Optional;

/**
 * Whose certificates a city believes when it speaks with its Ditto. The name of the host is verified in every case; there
 * is no way to believe anybody. Immutable.
 */
public final class DittoTrust {

    private static final long MOST_BYTES = 1 << 20;

    private final Optional<KeyStore> anchors;

    private DittoTrust(Optional<KeyStore> anchors) {
        this.anchors = anchors;
    }

    /**
     * Those that Java believes.
     *
     * @return the default
     */
    public static DittoTrust system() {
        return new DittoTrust(Optional.empty());
    }

    /**
     * Only those that a file holds.
     *
     * @param file PEM, one or more certificates, at most 1 MiB
     * @return trust in them and what they signed
     * @throws CityTwinException {@code D103} if there is none
     */
    public static DittoTrust pem(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refused(file.toString(), null);
            }
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, null);
            try (InputStream in = Files.newInputStream(file)) {
                int count = 0;
                for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    store.setCertificateEntry("anchor-" + count++, each);
                }
            }
            return of(store, file.toString());
        } catch (IOException | GeneralSecurityException failure) {
            throw refused(file.toString(), failure);
        }
    }

    /**
     * Only those that a store holds. Its private keys are not used.
     *
     * @param store loaded
     * @return trust in its certificates and what they signed
     * @throws CityTwinException {@code D103} if there is none
     */
    public static DittoTrust store(KeyStore store) {
        try {
            KeyStore copy = KeyStore.getInstance("JKS");
            copy.load(null, null);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)) {
                    copy.setCertificateEntry(alias, store.getCertificate(alias));
                }
            }
            return of(copy, "a key store");
        } catch (IOException | GeneralSecurityException failure) {
            throw refused("a key store", failure);
        }
    }

    /**
     * The certificates.
     *
     * @return empty for those that Java believes
     */
    public Optional<KeyStore> anchors() {
        return anchors;
    }

    @Override
    public String toString() {
        return anchors.isEmpty() ? "system" : "own certificates";
    }

    private static DittoTrust of(KeyStore store, String where) throws GeneralSecurityException {
        if (store.size() == 0) {
            throw refused(where, null);
        }
        return new DittoTrust(Optional.of(store));
    }

    private static CityTwinException refused(String where, @org.jspecify.annotations.Nullable Exception cause) {
        return new CityTwinException(
                DittoError.TRUST,
                "`" + where + "` holds no certificate that can be read.",
                "Maybe it is no PEM file; it starts with a line BEGIN CERTIFICATE.",
                cause);
    }
}
