package io.citytwin.adapter.ocpp.internal.net;

import io.citytwin.adapter.ocpp.OcppConfig;
import io.citytwin.adapter.ocpp.OcppStation;
import io.citytwin.adapter.ocpp.SecurityProfile;
import io.citytwin.adapter.ocpp.StationPasswords;
import io.citytwin.core.privacy.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who a station says it is, and whether that is so. Safe for use by many threads. */
final class Guest {

    private static final int LONGEST = 64;
    private static final String BASIC = "basic ";

    private final OcppConfig config;
    private final StationPasswords passwords;
    private final Map<String, Secret> own = new HashMap<>();

    Guest(OcppConfig config, StationPasswords passwords) {
        this.config = config;
        this.passwords = passwords;
        for (OcppStation station : config.stations()) {
            station.password().ifPresent(secret -> own.put(station.identity(), secret));
        }
    }

    /** The identity at the end of the path; empty if there is none. */
    Optional<String> identity(String uri) {
        int end = uri.indexOf('?');
        String path = end < 0 ? uri : uri.substring(0, end);
        if (!path.startsWith(config.path())) {
            return Optional.empty();
        }
        try {
            // A plus is no blank in a path.
            String raw = path.substring(config.path().length()).replace("+", "%2B");
            String name = URLDecoder.decode(raw, StandardCharsets.UTF_8);
            return raw.indexOf('/') < 0 && isName(name) ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && name.codePoints()
                        .noneMatch(sign -> Character.isISOControl(sign)
                                || sign == '\uFFFD'
                                || Character.getType(sign) == Character.FORMAT
                                || Character.getType(sign) == Character.SURROGATE);
    }

    /** Whether it proves to be the station. The common name is that of its certificate. */
    boolean isProved(String identity, Optional<String> authorization, Optional<String> commonName) {
        if (config.security() == SecurityProfile.CERTIFICATE) {
            return commonName.filter(identity::equals).isPresent();
        }
        return !config.security().asksPassword()
                || authorization.filter(header -> isPassword(identity, header)).isPresent();
    }

    private boolean isPassword(String identity, String header) {
        Optional<Secret> secret = password(identity);
        if (secret.isEmpty() || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        byte[] given;
        try {
            given = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
        byte[] right = (identity + ":" + secret.get().reveal()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, right);
    }

    private Optional<Secret> password(String identity) {
        return Optional.ofNullable(own.get(identity))
                .or(() -> passwords.of(identity))
                .or(config::password);
    }
}
