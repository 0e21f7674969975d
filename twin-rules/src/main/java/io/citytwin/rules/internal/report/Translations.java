package io.citytwin.rules.internal.report;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The words of one language, as the jars on the class path bring them in {@code META-INF/citytwin/NAME_LANGUAGE.properties};
 * what a language lacks is said in English. Immutable.
 *
 * @param words key to words
 * @param locale of the language, or of English if no jar brings it
 */
public record Translations(Properties words, Locale locale) {

    private static final String FALLBACK = "en";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    // More than any city speaks; what jars bring stays the same as long as they are loaded.
    private static final LoadingCache<Asked, Translations> READ =
            CacheBuilder.newBuilder().maximumSize(64).build(CacheLoader.from(Asked::read));

    private record Asked(String name, String language) {

        Translations read() {
            Properties all = new Properties();
            Translations.read(name, FALLBACK, all);
            Properties own = new Properties();
            Translations.read(name, language, own);
            all.putAll(own);
            // A date in a language without sentences would stand between English ones.
            return new Translations(all, Locale.forLanguageTag(own.isEmpty() ? FALLBACK : language));
        }
    }

    /**
     * Finds them.
     *
     * @param name of the files
     * @param language such as {@code en}
     * @return the words
     */
    public static Translations of(String name, String language) {
        String safe = LANGUAGE.matcher(language).matches() ? language : FALLBACK;
        return READ.getUnchecked(new Asked(name, safe));
    }

    private static void read(String base, String language, Properties into) {
        String name = "META-INF/citytwin/" + base + "_" + language + ".properties";
        try {
            for (URL url : Collections.list(Translations.class.getClassLoader().getResources(name))) {
                try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    into.load(reader);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
