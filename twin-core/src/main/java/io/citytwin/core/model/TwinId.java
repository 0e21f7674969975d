package io.citytwin.core.model;

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
    private static final Pattern NAME = Pattern.compile("[^\\x00-\\x1F\\x7F/\\s:]{1,256}");
    private static final Comparator<TwinId> ORDER =
            Comparator.comparing(TwinId::namespace).thenComparing(TwinId::name);

    /** Checks both parts. */
    public TwinId {
        if (!NAMESPACE.matcher(namespace).matches() || !NAME.matcher(name).matches()) {
            throw refused(namespace + ":" + name);
        }
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
