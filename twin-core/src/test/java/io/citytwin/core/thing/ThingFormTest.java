package io.citytwin.core.thing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ThingFormTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final ThingForm FORM = ThingForm.of(RandomTwins.TYPES);
    private static final Instant NOON = Instant.parse("2026-01-16T12:00:00Z");
    private static final AssetType LAMP = RandomTwins.TYPES.get("LampPost");

    private final Twin lamp = RandomTwins.TYPES
            .twin("it.milano:lamp-17", "LampPost")
            .withAll("place=it:Milano ratedPower=70")
            .with("location", "9.2025 45.4517")
            .with(observation("power", Optional.of(Quantity.of("48.2", Unit.WATT)), Quality.GOOD));

    @Test
    void writesWhatTheDocumentationSays() throws IOException {
        assertThat(FORM.whole(lamp)).isEqualTo(JSON.readTree("""
                        {"thingId": "it.milano:lamp-17", "definition": "io.citytwin:LampPost:1.0.0",
                         "attributes": {"location": {"type": "Point", "coordinates": [9.2025, 45.4517]},
                           "place": "it:Milano", "ratedPower": 70},
                         "features": {"state": {"definition": ["io.citytwin:LampPost.State:1.0.0"], "properties": {
                           "power": 48.2, "observed": {"power": {"at": "2026-01-16T12:00:00Z",
                             "received": "2026-01-16T12:00:01Z", "source": "lamps", "quality": "GOOD"}}}}}}"""));
    }

    @Test
    void readsBackAllThatItWroteOfAnyTwin() throws IOException {
        RandomTwins twins = new RandomTwins(4);
        for (AssetType type : RandomTwins.TYPES.all()) {
            for (int i = 0; i < 60; i++) {
                Twin twin = twins.twin(type);
                JsonNode written = JSON.readTree(FORM.whole(twin).toString());
                ThingReading read = FORM.read(twin.id(), type, written, NOON, "reader");
                assertThat(read.problems()).isEmpty();
                assertThat(read.own()).isEqualTo(own(twin));
                assertThat(read.observations())
                        .containsExactlyInAnyOrderElementsOf(twin.observations().values());
                assertThat(again(read, type)).isEqualTo(twin.in(new TreeSet<>()));
            }
        }
    }

    private static Twin again(ThingReading read, AssetType type) {
        Twin twin = Twin.of(read.twin(), type);
        for (Map.Entry<String, Optional<Value>> own : read.own().entrySet()) {
            twin = twin.with(own.getKey(), own.getValue().orElseThrow());
        }
        for (Observation observation : read.observations()) {
            twin = twin.with(observation);
        }
        return twin;
    }

    private static SortedMap<String, Optional<Value>> own(Twin twin) {
        SortedMap<String, Optional<Value>> own = new TreeMap<>();
        twin.values().forEach((property, value) -> {
            if (!twin.observations().containsKey(property)) {
                own.put(property, Optional.of(value));
            }
        });
        return own;
    }

    @Test
    void partsAddUpToTheWholeInEitherOrderAndReplaceWhatWasThere() {
        RandomTwins twins = new RandomTwins(5);
        for (AssetType type : RandomTwins.TYPES.all()) {
            for (int i = 0; i < 20; i++) {
                Twin twin = twins.twin(type);
                ObjectNode own = FORM.own(twin);
                ObjectNode observed = FORM.observed(type, twin.observations().values());
                ObjectNode first = FORM.whole(Twin.of(twin.id(), type));
                ObjectNode second = first.deepCopy();
                MergePatch.into(first, own.deepCopy());
                MergePatch.into(first, observed.deepCopy());
                MergePatch.into(second, observed.deepCopy());
                MergePatch.into(second, own.deepCopy());
                assertThat(first).isEqualTo(FORM.whole(twin)).isEqualTo(second);
                ObjectNode other = FORM.whole(twin);
                Twin unknown = Twin.of(twin.id(), type);
                MergePatch.into(other, FORM.own(unknown));
                assertThat(FORM.read(twin.id(), type, other, NOON, "x").own()).isEmpty();
            }
        }
    }

    @Test
    void ownDataLeavesAloneWhatWasObserved() {
        ObjectNode patch = FORM.own(lamp);
        assertThat(patch.has("features")).isFalse();
        assertThat(patch.at("/attributes").has("power")).isFalse();
        assertThat(patch.at("/attributes/wifi").isNull()).isTrue();
        // Own once more: the entry of the observation must go.
        Twin observed = lamp.with(observation("wifi", Optional.of(new Value.Flag(true)), Quality.GOOD));
        assertThat(FORM.own(observed).at("/attributes").has("wifi")).isFalse();
        assertThat(FORM.own(observed).at("/attributes/observed").has("wifi")).isFalse();
        ObjectNode thing = FORM.whole(observed);
        MergePatch.into(thing, FORM.own(observed.with("wifi", "false")));
        ThingReading read = FORM.read(lamp.id(), LAMP, thing, NOON, "x");
        assertThat(read.own()).containsEntry("wifi", Optional.of(new Value.Flag(false)));
        assertThat(read.observations()).extracting(Observation::property).containsExactly("power");
    }

    @Test
    void writesZonesAndNullWhereThereAreNone() {
        Twin inside = lamp.in(new TreeSet<>(List.of(TwinId.of("it.milano:area-c"))));
        assertThat(FORM.own(inside).at("/attributes/zones")).hasToString("[\"it.milano:area-c\"]");
        assertThat(FORM.own(lamp).at("/attributes/zones").isNull()).isTrue();
        assertThat(FORM.whole(lamp).at("/attributes").has("zones")).isFalse();
    }

    @Test
    void aMissingValueIsNullInAPatchAndAbsentInAWholeThing() {
        Observation missing = observation("power", Optional.empty(), Quality.UNCERTAIN);
        ObjectNode patch = FORM.observed(LAMP, List.of(missing));
        assertThat(patch.at("/features/state/properties/power").isNull()).isTrue();
        assertThat(FORM.read(lamp.id(), LAMP, patch, NOON, "x").observations()).containsExactly(missing);
        ObjectNode whole = FORM.whole(lamp.with(missing));
        assertThat(whole.at("/features/state/properties").has("power")).isFalse();
        assertThat(FORM.read(lamp.id(), LAMP, whole, NOON, "x").observations()).containsExactly(missing);
    }

    @Test
    void readsBackWhatTheCityAsksForAndWhatDevicesAnswer() {
        Directive directive = new Directive(
                "d-1",
                lamp.id(),
                "dimming",
                Quantity.of(40, Unit.PERCENT),
                Directive.Kind.CLAIM,
                new Directive.Cause("it.light/night", "It is \"late\".", NOON),
                NOON.plusSeconds(1));
        ObjectNode wished = FORM.desired(List.of(directive));
        assertThat(wished.at("/features/state/desiredProperties")).hasToString("""
                {"dimming":40,"directive":{"dimming":{"id":"d-1","kind":"CLAIM","provision":"it.light/night",\
                "reason":"It is \\"late\\".","since":"2026-01-16T12:00:00Z","issued":"2026-01-16T12:00:01Z"}}}""");
        assertThat(FORM.read(lamp.id(), LAMP, wished, NOON, "x").wishes())
                .containsExactly(Map.entry(
                        "dimming",
                        new ThingReading.Wish(Optional.of(Quantity.of(40, Unit.PERCENT)), Optional.of("d-1"))));
        Acknowledgement done = new Acknowledgement("d-1", Optional.empty(), NOON);
        Acknowledgement not = new Acknowledgement("d-1", Optional.of("broken"), NOON);
        ObjectNode thing = FORM.whole(lamp);
        MergePatch.into(thing, FORM.answered("dimming", not));
        assertThat(FORM.read(lamp.id(), LAMP, thing, NOON, "x").answers()).containsExactly(not);
        MergePatch.into(thing, FORM.answered("dimming", done));
        assertThat(FORM.read(lamp.id(), LAMP, thing, NOON, "x").answers()).containsExactly(done);
    }

    @Test
    void definitionsAreIdentifiersOrUrlsOfAnyBase() {
        assertThat(FORM.definition(LAMP)).isEqualTo("io.citytwin:LampPost:1.0.0");
        ThingForm published = ThingForm.of(RandomTwins.TYPES, "https://models.example/city");
        assertThat(published.definition(LAMP)).isEqualTo("https://models.example/city/LampPost-1.0.0.tm.jsonld");
        assertThat(published.whole(lamp).at("/features/state/definition/0").textValue())
                .isEqualTo("https://models.example/city/LampPost.State-1.0.0.tm.jsonld");
        assertThat(FORM.type("https://other.example/LampPost-1.0.0.tm.jsonld")).contains(LAMP);
        assertThat(FORM.type("io.citytwin:LampPost:1.0.0")).contains(LAMP);
        assertThat(List.of(
                        "io.citytwin:LampPost:2.0.0",
                        "io.citytwin:Lamp:1.0.0",
                        "org.other:LampPost:1.0.0",
                        "LampPost-1.0.0.tm.jsonld",
                        "https://x/LampPost.State-1.0.0.tm.jsonld",
                        "x/".repeat(100_000)))
                .noneMatch(definition -> FORM.type(definition).isPresent());
    }

    @Test
    void saysWhereAThingTellsOfAPerson() {
        assertThat(FORM.personal(RandomTwins.TYPES.get("Vehicle")))
                .contains("/attributes/holder", "/features/state/properties/location", "/attributes/zones")
                .doesNotContain("/attributes/fuel", "/features/state/properties/charge");
        assertThat(FORM.personal(LAMP)).isEmpty();
    }

    private static Observation observation(String property, Optional<Value> value, Quality quality) {
        return new Observation(
                TwinId.of("it.milano:lamp-17"), property, value, NOON, NOON.plusSeconds(1), "lamps", quality);
    }
}
