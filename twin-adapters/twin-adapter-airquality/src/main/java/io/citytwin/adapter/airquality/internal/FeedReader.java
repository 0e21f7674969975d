package io.citytwin.adapter.airquality.internal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.airquality.AirFeed;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.NearestName;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.spi.AdapterSettings.Refusals;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one feed and reports everything that is wrong with it. For one thread at a time. */
final class FeedReader {

    private static final Pattern TEMPLATE = Pattern.compile("[^{}:]+:[^{}:]*\\{station}[^{}:]*");
    private static final String POLLUTANTS = "pollutants";

    private final ObjectNode form;
    private final AssetType station;
    private final Refusals refusals;
    private boolean sound = true;

    FeedReader(ObjectNode form, AssetType station, Refusals refusals) {
        this.form = form;
        this.station = station;
        this.refusals = refusals;
    }

    Optional<AirFeed> read() {
        AirFeed feed = new AirFeed(
                table(),
                columns(),
                dates(),
                measures(),
                words("ignored"),
                texts("units", this::unit),
                words("missing"),
                texts("flags", at -> word(at, Quality.class, Quality.BAD)),
                word("/quality", Quality.class, Quality.GOOD),
                texts("only", this::text),
                duration("/oldest"),
                text("/twin"),
                form.path("sensors").asBoolean());
        check(feed);
        return sound ? Optional.of(feed) : Optional.empty();
    }

    private AirFeed.Table table() {
        char delimiter = sign("/delimiter");
        char decimal = sign("/decimal");
        AirFeed.Format format = word("/format", AirFeed.Format.class, AirFeed.Format.CSV);
        if (decimal != '.' && decimal != ',') {
            refuse("/decimal", "`" + decimal + "` is no decimal sign.", "Maybe `.` or `,`.");
        }
        if (format == AirFeed.Format.CSV && delimiter == decimal && decimal == ',') {
            refuse(
                    "/delimiter",
                    "`,` cannot stand between cells and in numbers.",
                    "Maybe `;` stands between the cells.");
        }
        String rows = text("/rows");
        pointer("/rows", rows);
        return new AirFeed.Table(
                format, delimiter, decimal, form.path("trailing").asBoolean(), rows);
    }

    private AirFeed.Columns columns() {
        return new AirFeed.Columns(
                field("/station").orElse(""),
                field("/pollutant"),
                field("/value").orElse(""),
                field("/unit"),
                field("/flag"),
                field("/date").orElse(""),
                field("/time"));
    }

    private AirFeed.Dates dates() {
        String pattern = text("/form");
        if (!isPattern(pattern)) {
            refuse("/form", "`" + pattern + "` is no pattern of dates.", "Maybe `dd/MM/uuuu HH:mm`.");
        }
        return new AirFeed.Dates(
                pattern,
                zone("/clock"),
                zone("/civil"),
                word("/publication", AirFeed.Publication.class, AirFeed.Publication.SAME_DAY));
    }

    private static boolean isPattern(String pattern) {
        try {
            return !DateTimeFormatter.ofPattern(pattern, Locale.ROOT).toString().isEmpty();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private SortedMap<String, AirFeed.Measure> measures() {
        SortedMap<String, AirFeed.Measure> measures = new TreeMap<>();
        form.path(POLLUTANTS).properties().forEach(entry -> {
            String at = "/" + POLLUTANTS + "/" + escaped(entry.getKey());
            JsonNode said = entry.getValue();
            // `null` takes away what the preset reads.
            if (!said.isNull()) {
                measures.put(entry.getKey(), measure(at, said));
            }
        });
        return measures;
    }

    private AirFeed.Measure measure(String at, JsonNode said) {
        String property = said.path("property").asText();
        Unit unit = unit(at + "/unit");
        ValueType held = station.properties().get(property);
        if (held == null) {
            String advice = NearestName.to(property, station.properties().keySet())
                    .map(near -> "Maybe `" + near + "`.")
                    .orElse("Maybe another property is meant.");
            refuse(at + "/property", "`AirStation` has no property `" + property + "`.", advice);
        } else if (!(held instanceof ValueType.Number number) || number.unit() != unit) {
            String right =
                    held instanceof ValueType.Number number ? number.unit().symbol() : "no number";
            refuse(at + "/unit", "`" + property + "` is not in `" + unit + "`.", "Maybe `" + right + "`.");
        }
        BigDecimal highest =
                said.path("highest").isNumber() ? said.path("highest").decimalValue() : new BigDecimal(2000);
        return new AirFeed.Measure(
                property,
                unit,
                word(at + "/mean", AirFeed.Mean.class, AirFeed.Mean.MOMENT),
                highest,
                said.path("rank").asInt(0));
    }

    private void check(AirFeed feed) {
        if (!TEMPLATE.matcher(feed.twin()).matches()) {
            refuse("/twin", "`" + feed.twin() + "` names no station's twin.", "Maybe `it.milano:air-{station}`.");
        }
        boolean told = feed.columns().pollutant().isPresent() || feed.sensors();
        if (!told && feed.measures().size() != 1) {
            String problem = "The feed has no field for the pollutant and reads `"
                    + feed.measures().size() + "` of them.";
            refuse("/" + POLLUTANTS, problem, "Maybe name the field with `pollutant`.");
        }
        boolean hours = feed.measures().values().stream().anyMatch(one -> one.mean() == AirFeed.Mean.MOMENT);
        if (hours && !feed.dates().form().matches(".*[HhKkAN].*")) {
            refuse("/form", "`" + feed.dates().form() + "` tells no hour.", "Maybe the pollutants are means of days.");
        }
    }

    private Optional<String> field(String at) {
        Optional<String> field = Optional.of(text(at)).filter(name -> !name.isEmpty());
        field.ifPresent(name -> {
            if (name.startsWith("/")) {
                pointer(at, name);
            }
        });
        return field;
    }

    private void pointer(String at, String pointer) {
        try {
            JsonPointer.compile(pointer);
        } catch (IllegalArgumentException none) {
            refuse(at, "`" + pointer + "` is no JSON pointer.", "Maybe `/a/b`.");
        }
    }

    private char sign(String at) {
        String sign = text(at);
        if (sign.length() == 1) {
            return sign.charAt(0);
        }
        refuse(at, "`" + sign + "` is not one sign.", "Maybe `;`.");
        return ' ';
    }

    private ZoneId zone(String at) {
        try {
            return ZoneId.of(text(at));
        } catch (DateTimeException none) {
            refuse(at, "`" + text(at) + "` is no clock.", "Maybe `Europe/Rome` or `+01:00`.");
            return ZoneOffset.UTC;
        }
    }

    private Duration duration(String at) {
        try {
            Duration length = Duration.parse(text(at));
            if (!length.isNegative() && !length.isZero()) {
                return length;
            }
        } catch (DateTimeParseException none) {
            // refused below like one that is negative
        }
        refuse(at, "`" + text(at) + "` is no length of time.", "Maybe `P30D`.");
        return Duration.ofDays(1);
    }

    private Unit unit(String at) {
        try {
            return Unit.of(text(at));
        } catch (CityTwinException none) {
            refuse(at, none.problem(), none.advice());
            return Unit.ONE;
        }
    }

    private SortedSet<String> words(String key) {
        SortedSet<String> words = new TreeSet<>();
        form.path(key).forEach(word -> words.add(word.asText()));
        return words;
    }

    private <V> SortedMap<String, V> texts(String key, Function<String, V> reader) {
        SortedMap<String, V> texts = new TreeMap<>();
        form.path(key).fieldNames().forEachRemaining(name -> {
            V value = reader.apply("/" + key + "/" + escaped(name));
            texts.put(key.equals("units") ? Wording.unit(name) : name, value);
        });
        return texts;
    }

    private <E extends Enum<E>> E word(String at, Class<E> type, E otherwise) {
        String said = text(at);
        List<E> all = Arrays.asList(type.getEnumConstants());
        Optional<E> found = all.stream().filter(one -> name(one).equals(said)).findFirst();
        if (found.isEmpty() && !said.isEmpty()) {
            String names =
                    String.join("`, `", all.stream().map(FeedReader::name).toList());
            refuse(at, "`" + said + "` is not known here.", "Maybe one of `" + names + "`.");
        }
        return found.orElse(otherwise);
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String text(String at) {
        return form.at(at).asText("");
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private void refuse(String at, String problem, String advice) {
        sound = false;
        refusals.refuse(at, problem, advice);
    }
}
