package io.citytwin.adapter.ocpp.internal.net;

import io.citytwin.adapter.ocpp.OcppError;
import io.citytwin.adapter.ocpp.SecurityProfile;
import io.citytwin.adapter.ocpp.TlsFiles;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.privacy.Secret;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.security.Principal;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** TLS as the files and the profile say. Safe for use by many threads. */
final class Certificates {

    private Certificates() {}

    static SslContext context(TlsFiles files, SecurityProfile security) {
        try {
            SslContextBuilder builder = SslContextBuilder.forServer(
                            files.certificate().toFile(),
                            files.key().toFile(),
                            files.keyPassword().map(Secret::reveal).orElse(null))
                    .protocols("TLSv1.3", "TLSv1.2");
            if (security == SecurityProfile.CERTIFICATE) {
                files.clientCa().ifPresent(authority -> builder.trustManager(authority.toFile()));
                builder.clientAuth(ClientAuth.REQUIRE);
            }
            return builder.build();
        } catch (SSLException | RuntimeException wrong) {
            throw new CityTwinException(
                    OcppError.TLS,
                    "`" + files.certificate() + "` and `" + files.key() + "` cannot be used.",
                    "Maybe a file is missing or not PEM, the key is not PKCS#8, or its password is another one.",
                    wrong);
        }
    }

    /** The common name of the station's certificate. */
    static Optional<String> commonName(SSLSession session) {
        try {
            Principal subject = session.getPeerPrincipal();
            return new LdapName(subject.getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst();
        } catch (SSLPeerUnverifiedException | InvalidNameException none) {
            return Optional.empty();
        }
    }
}
