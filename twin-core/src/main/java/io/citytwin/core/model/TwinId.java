package io.citytwin.core.model;

import com.google.common.base.CharMatcher;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The name of a twin, the same as its thing id in Eclipse Ditto: {@code namespace:name}. Immutable.
 *
 * @param namespace dotted words, such as {@code it.milano}
 * @param name what the namespace calls the twin, such as {@code lamp-17}
 */
public record TwinId(String namespace, String name) implements Comparable<TwinId> {

    private static final Pattern NAMESPACE = Pattern.compile("[a-zA-Z]\\w*+(?:[.-][a-zA-Z]\\w*+)*+");
    private static final int LONGEST_NAME = 256;
    private static final CharMatcher NO_NAME =
            CharMatcher.inRange('\0', ' ').or(CharMatcher.anyOf("/:\u007F")).precomputed();
    private static final Comparator<TwinId> ORDER =
            Comparator.comparing(TwinId::namespace).thenComparing(TwinId::name);

    /** Checks both parts. */
    public TwinId {
        if (!NAMESPACE.matcher(namespace).matches() || !isName(name)) {
            throw refused(namespace + ":" + name);
        }
    }

    // Each message of a device makes an id.
    private static boolean isName(String text) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST_NAME && NO_NAME.matchesNoneOf(text);
    }

    /**
     * Reads {@code namespace:name}.
     *
     * @param text such as {@code it.milano:lamp-17}
     * @return the id
     * @throws CityTwinException {@code C101} if the text has another form
     */
    public static TwinId of(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw refused(text);
        }
        return new TwinId(text.substring(0, colon), text.substring(colon + 1));
    }

    private static CityTwinException refused(String text) {
        return new CityTwinException(
                CoreError.TWIN_ID,
                "`" + text + "` is not a twin id.",
                "Maybe write it as namespace:name, such as `it.milano:lamp-17`.");
    }

    /** Written out, as the next one, since ids are looked up more often than anything else. */
    @Override
    public int hashCode() {
        return 31 * namespace.hashCode() + name.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof TwinId id && name.equals(id.name) && namespace.equals(id.namespace));
    }

    @Override
    public int compareTo(TwinId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace + ":" + name;
    }
}
