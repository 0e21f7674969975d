package io.citytwin.adapter.ditto.internal.link;

import io.citytwin.adapter.ditto.DittoError;
import io.citytwin.adapter.ditto.DittoTrust;
import io.citytwin.core.error.CityTwinException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.ditto.client.configuration.TrustStoreConfiguration;

/** Trusted certificates as the client and as Java want them. Immutable. */
final class Anchors {

    /** Protects nothing: certificates are public, but the format wants a word. */
    private static final String WORD = "certificates";

    private Anchors() {}

    /** The client reads a store from a URL only, so this is one that leads into memory. */
    static Optional<TrustStoreConfiguration> forClient(DittoTrust trust) {
        return trust.anchors()
                .map(store -> TrustStoreConfiguration.newBuilder()
                        .location(location(bytes(store)))
                        .password(WORD)
                        .build());
    }

    static Optional<SSLContext> forWeb(DittoTrust trust) {
        return trust.anchors().map(Anchors::context);
    }

    private static SSLContext context(KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException failure) {
            throw refused(failure);
        }
    }

    private static byte[] bytes(KeyStore store) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, WORD.toCharArray());
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException failure) {
            throw refused(failure);
        }
    }

    private static URL location(byte[] content) {
        try {
            return new URL(null, "memory:certificates", new Memory(content));
        } catch (IOException impossible) {
            throw refused(impossible);
        }
    }

    private static CityTwinException refused(Exception cause) {
        return new CityTwinException(
                DittoError.TRUST,
                "The certificates to trust cannot be used.",
                "Maybe this Java lacks an algorithm that they need.",
                cause);
    }

    private static final class Memory extends URLStreamHandler {

        private final byte[] content;

        Memory(byte[] content) {
            this.content = content;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {
                    connected = true;
                }

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(content);
                }
            };
        }
    }
}
