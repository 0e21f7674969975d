package io.citytwin.examples.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts that lie beside the classes of this package. Safe for use by many threads. */
public final class Resources {

    private Resources() {}

    /**
     * Reads a text.
     *
     * @param name of the file
     * @return all of it
     */
    public static String text(String name) {
        try (InputStream bytes = Objects.requireNonNull(Resources.class.getResourceAsStream(name), name)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
