package io.citytwin.adapter.airquality;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.airquality.internal.FeedForm;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Quality;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Describes a feed, beginning with a preset. What is said later counts. For one thread at a time. */
public final class AirFeedBuilder {

    private final ObjectNode form = JsonNodeFactory.instance.objectNode();
    private AssetTypes types = AssetTypes.builtIn();

    AirFeedBuilder() {}

    /**
     * Begins with another feed than {@code generic}.
     *
     * @param name one of {@link AirFeed#presets}
     * @return this
     */
    public AirFeedBuilder preset(String name) {
        form.put(FeedForm.PRESET, name);
        return this;
    }

    /**
     * The types that twins may have, if {@code AirStation} is not the built-in one.
     *
     * @param known the types
     * @return this
     */
    public AirFeedBuilder types(AssetTypes known) {
        types = known;
        return this;
    }

    /**
     * The text is a table.
     *
     * @param delimiter between two cells
     * @param decimal the decimal sign
     * @return this
     */
    public AirFeedBuilder csv(char delimiter, char decimal) {
        form.put("format", "csv");
        form.put("delimiter", String.valueOf(delimiter));
        return decimal(decimal);
    }

    /**
     * The text is JSON.
     *
     * @param rows a pointer to the array of rows; empty if it is the whole text
     * @return this
     */
    public AirFeedBuilder json(String rows) {
        form.put("format", "json");
        form.put("rows", rows);
        return this;
    }

    /**
     * How numbers are written.
     *
     * @param sign {@code .} or {@code ,}
     * @return this
     */
    public AirFeedBuilder decimal(char sign) {
        form.put("decimal", String.valueOf(sign));
        return this;
    }

    /**
     * Where something stands.
     *
     * @param what {@code station}, {@code pollutant}, {@code value}, {@code unit}, {@code flag}, {@code date} or {@code time}
     * @param field the name of a column, a JSON pointer, or a text with braces
     * @return this
     */
    public AirFeedBuilder field(String what, String field) {
        form.put(what, field);
        return this;
    }

    /**
     * How times are written.
     *
     * @param pattern such as {@code dd/MM/uuuu HH:mm}
     * @param clock by which hours are told, such as {@code +01:00}
     * @return this
     */
    public AirFeedBuilder times(String pattern, ZoneId clock) {
        form.put("form", pattern);
        form.put("clock", clock.getId());
        return this;
    }

    /**
     * What the date says.
     *
     * @param publication whether it is the day of the measurement
     * @return this
     */
    public AirFeedBuilder publication(AirFeed.Publication publication) {
        form.put("publication", word(publication));
        return this;
    }

    /**
     * Reads a pollutant; those of the preset are read as well.
     *
     * @param word the feed's word for it
     * @param property such as {@code pm10}
     * @param unit of the property
     * @param mean over which time
     * @return this
     */
    public AirFeedBuilder measure(String word, String property, String unit, AirFeed.Mean mean) {
        form.withObjectProperty("pollutants")
                .putObject(word)
                .put("property", property)
                .put("unit", unit)
                .put("mean", word(mean));
        return this;
    }

    /**
     * What a flag says.
     *
     * @param flag as the feed writes it
     * @param quality of a value that has it
     * @return this
     */
    public AirFeedBuilder flag(String flag, Quality quality) {
        form.withObjectProperty("flags").put(flag, word(quality));
        return this;
    }

    /**
     * How far values without a flag can be trusted.
     *
     * @param quality good if the whole feed is validated
     * @return this
     */
    public AirFeedBuilder quality(Quality quality) {
        form.put("quality", word(quality));
        return this;
    }

    /**
     * How old a value may be when it is read.
     *
     * @param age after which it is refused
     * @return this
     */
    public AirFeedBuilder oldest(Duration age) {
        form.put("oldest", age.toString());
        return this;
    }

    /**
     * The id of a station's twin.
     *
     * @param template such as {@code it.milano:air-{station}}
     * @return this
     */
    public AirFeedBuilder twin(String template) {
        form.put("twin", template);
        return this;
    }

    /**
     * The feed.
     *
     * @return a feed
     * @throws CityTwinException {@code A117} with everything that is wrong
     */
    public AirFeed build() {
        List<String> problems = new ArrayList<>();
        Optional<AirFeed> feed = FeedForm.read(form, types, (pointer, problem, advice) -> problems.add(problem));
        return feed.orElseThrow(() -> new CityTwinException(
                AirError.FEED,
                String.join(" ", problems),
                "Maybe begin with another preset of " + AirFeed.presets() + "."));
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
