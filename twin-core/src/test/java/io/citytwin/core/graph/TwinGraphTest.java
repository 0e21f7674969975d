package io.citytwin.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.asset.LampPost;
import io.citytwin.core.asset.Municipality;
import io.citytwin.core.asset.Vehicle;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwinGraphTest {

    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final Instant NOON = Instant.parse("2024-11-04T12:00:00Z");
    private static final Twin MILAN = TYPES.twin("it:milano", "Municipality").with("volunteer", "true");
    private static final Twin MONZA = TYPES.twin("it:monza", "Municipality");
    private static final Twin LAMP = TYPES.twin("it.milano:lamp-1", "LampPost")
            .with("place", MILAN.id())
            .with("ratedPower", "60")
            .with("power", "58");

    private final TwinGraph graph = TwinGraph.of(TYPES);

    @BeforeEach
    void lightTheCity() {
        // The lamp comes before the municipality that it relates to: a batch is one.
        graph.put(List.of(LAMP, MILAN, MONZA), NOON);
    }

    @Test
    void findsWhatWasPut() {
        assertThat(graph.find(LAMP.id())).contains(LAMP);
        assertThat(graph.find(TwinId.of("it:roma"))).isEmpty();
        assertThat(graph.all("Municipality")).containsExactly(MILAN.id(), MONZA.id());
        assertThat(graph.all("Gate")).isEmpty();
        refused(CoreError.ASSET_TYPE, "Zeppelin", () -> graph.all("Zeppelin"));
    }

    @Test
    void showsATwinThroughItsInterface() {
        LampPost lamp = graph.view(LampPost.class, LAMP.id()).orElseThrow();
        assertThat(lamp.place().flatMap(Municipality::volunteer)).contains(true);
        assertThat(graph.view(LampPost.class, TwinId.of("it:nothing"))).isEmpty();
        refused(CoreError.ASSET_TYPE, "not a `Vehicle`", () -> graph.view(Vehicle.class, LAMP.id()));
    }

    @Test
    void whatIsObservedCountsMoreThanWhatTheTwinSaysAndOutlivesIt() {
        graph.observe(power("55.5", NOON, Quality.GOOD));
        assertThat(power()).contains(watt("55.5"));
        graph.put(List.of(LAMP.with("power", "1").with("ratedPower", "70")), NOON);
        assertThat(power()).contains(watt("55.5"));
        assertThat(lamp().value("ratedPower")).contains(watt("70"));
        assertThat(lamp().observations()).containsOnlyKeys("power");
    }

    @Test
    void aTwinThatIsPutBackAsItWasFoundIsTheSame() {
        graph.observe(power("55.5", NOON, Quality.GOOD));
        long before = graph.revision();
        graph.put(List.of(lamp()), NOON.plusSeconds(1));
        assertThat(graph.revision()).isEqualTo(before);
        graph.put(List.of(lamp().with("ratedPower", "61")), NOON.plusSeconds(2));
        assertThat(graph.revision()).isEqualTo(before + 1);
        assertThat(power()).contains(watt("55.5"));
    }

    @Test
    void aValueThatIsMissingOrBadIsUnknownThoughTheTwinSaysOne() {
        graph.observe(power("55.5", NOON, Quality.BAD));
        assertThat(power()).isEmpty();
        assertThat(graph.reading(LAMP.id(), "power"))
                .contains(new TwinGraph.Reading(Optional.of(watt("55.5")), NOON, Quality.BAD));
        graph.observe(new Observation(LAMP.id(), "power", Optional.empty(), NOON, NOON, "talq", Quality.GOOD));
        assertThat(power()).isEmpty();
        assertThat(graph.reading(LAMP.id(), "power").orElseThrow().value()).isEmpty();
        assertThat(graph.reading(LAMP.id(), "energy")).isEmpty();
    }

    @Test
    void anOlderObservationChangesNothingAndOneOfTheSameTimeCorrects() {
        graph.observe(power("55.5", NOON, Quality.GOOD));
        long before = graph.revision();
        graph.observe(power("50", NOON.minusNanos(1), Quality.GOOD));
        assertThat(power()).contains(watt("55.5"));
        assertThat(graph.revision()).isEqualTo(before);
        graph.observe(power("56", NOON, Quality.GOOD));
        assertThat(power()).contains(watt("56"));
        assertThat(graph.revision()).isEqualTo(before + 1);
    }

    @Test
    void refusesObservationsThatItsPropertiesCannotHold() {
        Value kilowatt = Quantity.of("1", Unit.KILOWATT);
        refused(CoreError.UNIT, "`W`", () -> graph.observe(seen(LAMP.id(), "power", kilowatt)));
        refused(CoreError.PROPERTY, "`powr`", () -> graph.observe(seen(LAMP.id(), "powr", kilowatt)));
        refused(CoreError.TERM, "`wifi`", () -> graph.observe(seen(LAMP.id(), "wifi", kilowatt)));
        refused(
                CoreError.INTEGRITY,
                "`it:nothing`",
                () -> graph.observe(seen(TwinId.of("it:nothing"), "power", kilowatt)));
        refused(
                CoreError.INTEGRITY,
                "no twin",
                () -> graph.observe(seen(LAMP.id(), "place", new Value.Ref(TwinId.of("it:roma")))));
        assertThat(graph.find(LAMP.id())).contains(LAMP);
    }

    @Test
    void anActuatorRestsUntilSomethingIsDesired() {
        assertThat(graph.desired(LAMP.id(), "dimming")).contains(percent("100"));
        graph.desire(LAMP.id(), "dimming", percent("30"), NOON);
        assertThat(graph.desired(LAMP.id(), "dimming")).contains(percent("30"));
        assertThat(lamp().value("dimming"))
                .as("what it was asked is not what it did")
                .isEmpty();
        assertThat(graph.desired(LAMP.id(), "power")).isEmpty();
        assertThat(graph.desired(TwinId.of("it:nothing"), "dimming")).isEmpty();
    }

    @Test
    void refusesWishesThatNoDeviceCanMeet() {
        refused(CoreError.PROPERTY, "dimming", () -> graph.desire(LAMP.id(), "power", watt("1"), NOON));
        refused(CoreError.PROPERTY, "@Desired", () -> graph.desire(MILAN.id(), "label", watt("1"), NOON));
        refused(CoreError.UNIT, "`%`", () -> graph.desire(LAMP.id(), "dimming", watt("1"), NOON));
        refused(CoreError.TERM, "true", () -> graph.desire(LAMP.id(), "dimming", new Value.Flag(true), NOON));
        refused(
                CoreError.INTEGRITY,
                "it:nothing",
                () -> graph.desire(TwinId.of("it:nothing"), "dimming", percent("1"), NOON));
    }

    @Test
    void knowsTheWayBackOfARelation() {
        assertThat(graph.related(MILAN.id(), "LampPost", "place")).containsExactly(LAMP.id());
        graph.put(List.of(LAMP.with("place", MONZA.id())), NOON);
        assertThat(graph.related(MILAN.id(), "LampPost", "place")).isEmpty();
        assertThat(graph.related(MONZA.id(), "LampPost", "place")).containsExactly(LAMP.id());
        graph.observe(seen(LAMP.id(), "place", new Value.Ref(MILAN.id())));
        assertThat(graph.related(MONZA.id(), "LampPost", "place")).isEmpty();
        assertThat(graph.related(MILAN.id(), "LampPost", "place")).containsExactly(LAMP.id());
        graph.remove(LAMP.id(), NOON);
        assertThat(graph.related(MILAN.id(), "LampPost", "place")).isEmpty();
    }

    @Test
    void putsAllOrNone() {
        Twin second = TYPES.twin("it.milano:lamp-2", "LampPost").with("place", MILAN.id());
        Twin lost = TYPES.twin("it.milano:lamp-3", "LampPost").with("place", TwinId.of("it:roma"));
        Twin astray = TYPES.twin("it.milano:lamp-4", "LampPost").with("place", LAMP.id());
        long before = graph.revision();
        refused(CoreError.INTEGRITY, "`it:roma`, which is no twin", () -> graph.put(List.of(second, lost), NOON));
        refused(CoreError.INTEGRITY, "which is a `LampPost`", () -> graph.put(List.of(second, astray), NOON));
        Twin other = TYPES.twin(LAMP.id().toString(), "Gate");
        refused(CoreError.ASSET_TYPE, "is a `LampPost`, not a `Gate`", () -> graph.put(List.of(second, other), NOON));
        assertThat(graph.revision()).isEqualTo(before);
        assertThat(graph.all("LampPost")).containsExactly(LAMP.id());
        graph.put(List.of(second), NOON);
        assertThat(graph.related(MILAN.id(), "LampPost", "place")).containsExactly(LAMP.id(), second.id());
    }

    @Test
    void removesNoTwinThatOthersRelateTo() {
        refused(CoreError.INTEGRITY, "`it.milano:lamp-1` relates to", () -> graph.remove(MILAN.id(), NOON));
        graph.remove(LAMP.id(), NOON);
        graph.remove(MILAN.id(), NOON);
        assertThat(graph.find(MILAN.id())).isEmpty();
        refused(CoreError.INTEGRITY, "`it:milano`", () -> graph.remove(MILAN.id(), NOON));
    }

    @Test
    void aTwinThatComesAgainBeginsAnew() {
        graph.observe(power("55.5", NOON, Quality.GOOD));
        graph.desire(LAMP.id(), "dimming", percent("30"), NOON);
        graph.remove(LAMP.id(), NOON);
        Twin bare = TYPES.twin("it.milano:lamp-9", "LampPost");
        graph.put(List.of(bare), NOON);
        assertThat(graph.find(bare.id())).contains(bare);
        graph.put(List.of(LAMP), NOON);
        assertThat(graph.find(LAMP.id())).contains(LAMP);
        assertThat(graph.desired(LAMP.id(), "dimming")).contains(percent("100"));
        assertThat(graph.desired(bare.id(), "dimming")).contains(percent("100"));
    }

    @Test
    void tellsWhatChangedByItsProperty() {
        List<Change> told = new ArrayList<>();
        try (TwinGraph.Subscription open = graph.subscribe(told::add)) {
            assertThat(open).isNotNull();
            graph.put(List.of(TYPES.twin("it.milano:lamp-1", "LampPost").with("place", MILAN.id())), NOON);
            graph.observe(power("55.5", NOON, Quality.GOOD));
            graph.desire(LAMP.id(), "dimming", percent("30"), NOON);
            graph.desire(LAMP.id(), "dimming", percent("30"), NOON);
            graph.remove(LAMP.id(), NOON);
        }
        graph.remove(MONZA.id(), NOON);
        assertThat(told)
                .extracting(Change::kind, Change::property, Change::value)
                .containsExactly(
                        tuple(Change.Kind.CHANGED, Optional.of("power"), Optional.empty()),
                        tuple(Change.Kind.CHANGED, Optional.of("ratedPower"), Optional.empty()),
                        tuple(Change.Kind.OBSERVED, Optional.of("power"), Optional.of(watt("55.5"))),
                        tuple(Change.Kind.DESIRED, Optional.of("dimming"), Optional.of(percent("30"))),
                        tuple(Change.Kind.REMOVED, Optional.empty(), Optional.empty()));
        assertThat(told).extracting(Change::number).containsExactly(4L, 5L, 6L, 7L, 8L);
        assertThat(graph.revision()).isEqualTo(9);
    }

    private Twin lamp() {
        return graph.find(LAMP.id()).orElseThrow();
    }

    private Optional<Value> power() {
        return lamp().value("power");
    }

    private static Observation power(String watt, Instant measured, Quality quality) {
        return new Observation(LAMP.id(), "power", Optional.of(watt(watt)), measured, NOON, "talq", quality);
    }

    private static Observation seen(TwinId twin, String property, Value value) {
        return new Observation(twin, property, Optional.of(value), NOON, NOON, "talq", Quality.GOOD);
    }

    private static Value watt(String amount) {
        return Quantity.of(amount, Unit.WATT);
    }

    private static Value percent(String amount) {
        return Quantity.of(amount, Unit.PERCENT);
    }

    private static void refused(CoreError code, String problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CityTwinException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.getMessage()).contains(problem);
        });
    }
}
