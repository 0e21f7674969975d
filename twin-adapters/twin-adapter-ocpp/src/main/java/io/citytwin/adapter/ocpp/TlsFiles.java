package io.citytwin.adapter.ocpp;

import io.citytwin.core.privacy.Secret;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What TLS needs, as PEM files. Immutable.
 *
 * @param certificate the central system's, with its chain
 * @param key its private key, in PKCS#8
 * @param keyPassword if the key is encrypted
 * @param clientCa who signs the stations' certificates; needed by {@link SecurityProfile#CERTIFICATE} only
 */
public record TlsFiles(Path certificate, Path key, Optional<Secret> keyPassword, Optional<Path> clientCa) {

    /**
     * Files for a server that knows no certificates of its clients.
     *
     * @param certificate the central system's, with its chain
     * @param key its private key, in PKCS#8, in clear
     * @return the files
     */
    public static TlsFiles of(Path certificate, Path key) {
        return new TlsFiles(certificate, key, Optional.empty(), Optional.empty());
    }

    /**
     * The same files, and who signs the stations' certificates.
     *
     * @param authority PEM file
     * @return a copy
     */
    public TlsFiles signedBy(Path authority) {
        return new TlsFiles(certificate, key, keyPassword, Optional.of(authority));
    }
}
