package io.citytwin.rules.internal.explain;

import io.citytwin.rules.internal.report.Translations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The sentences of one language, as the jars on the class path bring them in
 * {@code META-INF/citytwin/citizen_LANGUAGE.properties}; what a language lacks is said in English. Immutable.
 */
final class Phrases {

    private static final String WORD = "word.";
    private static final String UNIT = "unit.";
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[-_.]");

    private final Properties phrases;
    private final DateTimeFormatter dates;

    private Phrases(Properties phrases, Locale locale) {
        this.phrases = phrases;
        this.dates = DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
    }

    static Phrases in(String language) {
        Translations told = Translations.of("citizen", language);
        return new Phrases(told.words(), told.locale());
    }

    /** A sentence with its placeholders filled. */
    String say(String key, Map<String, String> values) {
        String sentence = phrases.getProperty(key, "");
        for (Map.Entry<String, String> value : values.entrySet()) {
            sentence = sentence.replace("{" + value.getKey() + "}", value.getValue());
        }
        return sentence;
    }

    /** What people call a property, a counter, a level or an indicator. */
    String property(String name) {
        return phrases.getProperty("property." + name, plain(name));
    }

    /** What people call a name of a list, or a number with its unit. */
    String value(String text) {
        String known = phrases.getProperty("name." + text);
        return known == null ? units(text) : known;
    }

    /** A provision's own sentence, with the names that filled its placeholders in its language. */
    String sentence(String text) {
        String told = text;
        for (String key : phrases.stringPropertyNames()) {
            if (key.startsWith(WORD)) {
                String word = Pattern.quote(key.substring(WORD.length()));
                told = told.replaceAll("(?<![\\w-])" + word + "(?![\\w-])", phrases.getProperty(key));
            }
        }
        return units(told);
    }

    /** Units and decimal signs as people write them. */
    private String units(String text) {
        String sign = phrases.getProperty("decimal", ".");
        String told = text;
        for (String key : phrases.stringPropertyNames()) {
            if (key.startsWith(UNIT)) {
                String unit = Pattern.quote(key.substring(UNIT.length()));
                told = told.replaceAll("(?<=\\d )" + unit + "\\b", phrases.getProperty(key));
            }
        }
        return told.replace("degC", "\u00b0C")
                .replace("ug/m3", "\u00b5g/m\u00b3")
                .replace(" EUR", " \u20ac")
                .replaceAll("(?<=\\d)\\.(?=\\d)", sign);
    }

    private static String plain(String name) {
        return CAPITAL.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    String date(LocalDate day) {
        return dates.format(day);
    }

    String date(Instant moment, ZoneId zone) {
        return date(LocalDate.ofInstant(moment, zone));
    }

    String time(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(moment.atZone(zone));
    }
}
