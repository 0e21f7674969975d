package io.citytwin.adapter.airquality.internal;

import java.text.Normalizer;
import java.util.Locale;

/** How people and machines write the same word. Immutable. */
public final class Wording {

    private Wording() {}

    /** A name as ids write it: {@code Forlì-Cesena} is {@code forli-cesena}. */
    public static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** A unit without the many ways to write it: there are two signs for micro, and a cube may be raised or not. */
    static String unit(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
