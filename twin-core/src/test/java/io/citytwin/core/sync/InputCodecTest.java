package io.citytwin.core.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.Journal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InputCodecTest {

    private static final Instant AT = Instant.parse("2024-01-10T00:15:00.001Z");
    private static final Instant EARLIER = Instant.parse("2024-01-09T23:00:00Z");
    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final InputCodec CODEC = new InputCodec(TYPES);
    private static final TwinId LAMP = TwinId.of("town:lamp-1");

    static Stream<Input> inputs() {
        Twin car = TYPES.twin("town:car", "Vehicle").with("holder", "a \"name\" \u00e0\n2");
        Twin lamp = TYPES.twin("town:lamp-1", "LampPost")
                .with("ratedPower", "70")
                .with(seen("power", Optional.of(watts("12.50")), EARLIER, AT, Quality.GOOD))
                .with(seen("dimming", Optional.empty(), EARLIER, AT, Quality.BAD))
                .in(new TreeSet<>(List.of(TwinId.of("town:centre"))));
        return Stream.of(
                new Input.Observed(seen("power", Optional.of(watts("0.000001")), AT, AT, Quality.GOOD)),
                new Input.Observed(seen(
                        "power",
                        Optional.of(new Quantity(new BigDecimal("7E+40"), Unit.WATT)),
                        EARLIER,
                        AT,
                        Quality.UNCERTAIN)),
                new Input.Observed(seen("power", Optional.empty(), EARLIER, AT, Quality.BAD)),
                new Input.TwinChanged(car, AT),
                new Input.TwinChanged(lamp, AT),
                new Input.Announced(
                        "xx.area.smog", "Level", LAMP, "RED", LocalDate.of(2024, 1, 11), AT, "act \u00a7 1"),
                new Input.Tick(AT),
                new Input.Passed(new Passage("p1", TwinId.of("town:car"), TwinId.of("town:gate"), EARLIER), AT),
                new Input.LawAdopted("abc", AT),
                new Input.Overridden(
                        LAMP, "dimming", Optional.of(Quantity.of(100, Unit.PERCENT)), "Ada", "A search.", AT, EARLIER),
                new Input.Overridden(LAMP, "dimming", Optional.empty(), "Ada", "Found.", AT, EARLIER),
                new Input.Approved("d1", "Ada", AT));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void readsWhatItWrote(Input input) {
        assertThat(CODEC.read(CODEC.write(input, false))).isEqualTo(input);
    }

    @Test
    void marksWhatIsPersonalWithItsMoment() {
        assertThat(CODEC.write(new Input.Tick(AT), true).personal()).contains(AT);
        assertThat(CODEC.write(new Input.Tick(AT), false).personal()).isEmpty();
    }

    @Test
    void readsDeadLettersAgain() {
        DeadLetter letter = new DeadLetter("mqtt", "C104", "`x` is no property.", "{\"x\":1}", AT);
        assertThat(LetterCodec.read(LetterCodec.write(letter))).isEqualTo(letter);
    }

    @Test
    void refusesWhatIsNoInput() {
        assertThatThrownBy(() -> CODEC.read(new Journal.Entry("inputs", "", 1, "{")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CODEC.read(new Journal.Entry(
                        "inputs", "", 1, "{\"kind\":\"Dance\",\"received\":\"2024-01-10T00:00:00Z\"}")))
                .hasMessageContaining("`Dance`");
    }

    private static Observation seen(
            String property, Optional<Value> value, Instant measured, Instant received, Quality quality) {
        return new Observation(LAMP, property, value, measured, received, "station", quality);
    }

    private static Quantity watts(String amount) {
        return Quantity.of(amount, Unit.WATT);
    }
}
