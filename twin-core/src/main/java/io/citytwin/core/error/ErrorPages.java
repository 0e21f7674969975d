package io.citytwin.core.error;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the pages of error codes, which lie in the jar of the code. Safe for use by many threads. */
final class ErrorPages {

    /** Codes may have a package of their own; their pages are their module's. */
    private static final String OWN_PACKAGE = ".error";

    private ErrorPages() {}

    static Optional<String> of(ErrorCode code) {
        String module = code.getClass().getPackageName();
        if (module.endsWith(OWN_PACKAGE)) {
            module = module.substring(0, module.length() - OWN_PACKAGE.length());
        }
        String resource = "/" + module.replace('.', '/') + "/codes/" + code.id() + ".md";
        try (InputStream in = code.getClass().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
