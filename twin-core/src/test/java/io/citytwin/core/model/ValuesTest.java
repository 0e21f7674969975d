package io.citytwin.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static final Twin CAR = AssetTypes.builtIn().twin("it.milano:car-1", "Vehicle");
    private static final Twin STATION = AssetTypes.builtIn().twin("it.milano:station-1", "AirStation");

    @ParameterizedTest
    @ValueSource(strings = {"it.milano:lamp-17", "a:b", "it.milano.zona-b:ò!", "org.x_1:AB123CD"})
    void readsTwinIds(String text) {
        assertThat(TwinId.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "lamp", ":lamp", "it.milano:", "1t:lamp", "it..milano:lamp", "it:a/b", "it:a b", "it:a:b"})
    void refusesWhatIsNoTwinId(String text) {
        refused("C101", text, () -> TwinId.of(text));
    }

    @Test
    void sortsTwinIdsByNamespaceThenName() {
        assertThat(TwinId.of("a:z")).isLessThan(TwinId.of("b:a"));
        assertThat(TwinId.of("a:y")).isLessThan(TwinId.of("a:z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1e3", "1,5", "1.", ".5", "+1", "1 000", "1.0000000000001", "٣", "NaN", "0x1"})
    void refusesWhatIsNoPlainDecimal(String text) {
        refused("C103", text, () -> Quantity.of(text, Unit.KILOMETRE));
    }

    @Test
    void quantitiesAreEqualByNumberAndUnit() {
        assertThat(Quantity.of("50.0", Unit.PERCENT))
                .isEqualTo(Quantity.of(50, Unit.PERCENT))
                .hasToString("50 %");
        assertThat(Quantity.of("-0.00", Unit.ONE))
                .isEqualTo(Quantity.of(0, Unit.ONE))
                .hasToString("0");
        assertThat(Quantity.of(50, Unit.KILOMETRE)).isNotEqualTo(Quantity.of(50, Unit.METRE));
        assertThat(Quantity.of(1000, Unit.METRE)).hasToString("1000 m");
    }

    @Test
    void findsUnitsByTheirSymbolAndRefusesOthers() {
        for (Unit unit : Unit.values()) {
            assertThat(Unit.of(unit.symbol())).isSameAs(unit);
            assertThat(Unit.isKnown(unit.symbol())).isTrue();
        }
        assertThat(Unit.isKnown("µg/m³")).isFalse();
        refused("C102", "µg/m³", () -> Unit.of("µg/m³"));
    }

    @ParameterizedTest
    @CsvSource({
        "fuel, diesel, diesel",
        "euro, 6D-TEMP, 6D-TEMP",
        "category, M1, M1",
        "kilometreScheme, false, false",
        "place, it.milano:milano, it.milano:milano",
        "label, any words, any words"
    })
    void readsEachPropertyByItsType(String property, String text, String value) {
        assertThat(CAR.with(property, text).value(property))
                .map(Value::toString)
                .contains(value);
    }

    @ParameterizedTest
    @CsvSource({
        "C104, wheels, 4",
        "C105, fuel, DIESEL",
        "C105, fuel, diesal",
        "C105, euro, 6d",
        "C105, kilometreScheme, yes",
        "C101, place, milano"
    })
    void refusesValuesThatAPropertyCannotHold(String code, String property, String text) {
        refused(code, code.equals("C104") ? property : text, () -> CAR.with(property, text));
        assertThat(CAR.values()).isEmpty();
    }

    @Test
    void refusesValuesOfAnotherKindOrUnit() {
        refused("C102", "mg/m3", () -> STATION.with("pm10", Quantity.of(1, Unit.MILLIGRAM_PER_CUBIC_METRE)));
        refused("C105", "pm10", () -> STATION.with("pm10", new Value.Flag(true)));
        refused("C105", "fuel", () -> CAR.with("fuel", TwinId.of("it.milano:milano")));
        refused("C105", "electricity", () -> CAR.with("fuel", new Value.Term("electricity")));
        assertThat(STATION.with("pm10", "48.2").value("pm10"))
                .contains(Quantity.of("48.2", Unit.MICROGRAM_PER_CUBIC_METRE));
    }

    @Test
    void aMissingOrBadObservationMakesItsPropertyUnknown() {
        Twin known = STATION.with(observed(Optional.of("48.2"), Quality.GOOD));
        assertThat(known.value("pm10")).isPresent();
        assertThat(known.with(observed(Optional.empty(), Quality.GOOD)).value("pm10"))
                .isEmpty();
        assertThat(known.with(observed(Optional.of("50"), Quality.BAD)).value("pm10"))
                .isEmpty();
        assertThat(known.with(observed(Optional.of("50"), Quality.UNCERTAIN)).value("pm10"))
                .contains(Quantity.of(50, Unit.MICROGRAM_PER_CUBIC_METRE));
        assertThat(known.observations()).containsKey("pm10");
        assertThat(known.with("pm10", "1").observations()).isEmpty();
    }

    private static Observation observed(Optional<String> number, Quality quality) {
        Instant at = Instant.parse("2026-01-05T00:00:00Z");
        Optional<Value> value = number.map(text -> Quantity.of(text, Unit.MICROGRAM_PER_CUBIC_METRE));
        return new Observation(STATION.id(), "pm10", value, at, at, "test", quality);
    }

    @Test
    void readsSeveralValuesAtOnce() {
        Twin car = AssetTypes.builtIn().twin("it:car", "Vehicle");
        assertThat(car.withAll(" fuel=diesel  euro=4 place=it:town"))
                .isEqualTo(car.with("fuel", "diesel").with("euro", "4").with("place", "it:town"));
        assertThat(car.withAll("")).isEqualTo(car);
        refused("C104", "euro", () -> car.withAll("fuel=diesel euro"));
        refused("C104", "=4", () -> car.withAll("=4"));
        refused("C105", "coal", () -> car.withAll("fuel=coal"));
    }

    private static void refused(String code, String value, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CityTwinException.class, refused -> {
            assertThat(refused.code().id()).isEqualTo(code);
            assertThat(refused.problem()).contains("`").contains(value);
            assertThat(refused.advice()).startsWith("Maybe ");
            assertThat(refused).hasMessageContaining("citytwin help " + code);
        });
    }
}
