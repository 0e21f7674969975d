package io.citytwin.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.ValueForm;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {

    private static final TwinId LAMP = TwinId.of("it.milano:lamp-\"1\"");
    private static final Instant AT = Instant.parse("2024-11-04T12:00:00.123456789Z");
    private static final EventCodec CODEC = new EventCodec(AssetTypes.builtIn());

    static List<Value> values() {
        Location a = Location.of("9.18 45.46");
        Location b = Location.of("9.19 45.46");
        Location c = new Location(new BigDecimal("9.123456789012345678901"), new BigDecimal("-0.5"));
        return List.of(
                Quantity.of("-12.345", Unit.DEGREE_CELSIUS),
                new Quantity(new BigDecimal("1234567890123456789012345678.000000000000000001"), Unit.WATT),
                new Quantity(new BigDecimal("1e30"), Unit.ONE),
                new Value.Flag(true),
                new Value.Flag(false),
                new Value.Term("diesel"),
                new Value.Text("true"),
                new Value.Text("Via \"Larga\" \n\u00e8 {}"),
                new Value.Text(""),
                new Value.Ref(LAMP),
                c,
                new Outline(List.of(
                        new Outline.Polygon(List.of(List.of(a, b, c, a), List.of(a, c, b, a))),
                        new Outline.Polygon(List.of(List.of(b, a, c, b))))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsEachValueAsItWasWritten(Value value) {
        assertThat(ValueForm.read(ValueForm.write(value))).isEqualTo(value);
        readAgain(new TwinEvent.Put(
                LAMP, AssetTypes.builtIn().get("LampPost"), Map.of("label", value, "power", value), AT));
        readAgain(new TwinEvent.Desired(LAMP, "dimming", value, AT));
        readAgain(new TwinEvent.Observed(
                new Observation(LAMP, "power", Optional.of(value), AT.minusSeconds(1), AT, "talq", Quality.UNCERTAIN)));
    }

    @Test
    void readsEachEventAsItWasWritten() {
        readAgain(new TwinEvent.Put(LAMP, AssetTypes.builtIn().get("Gate"), Map.of(), AT));
        readAgain(new TwinEvent.Removed(LAMP, AT));
        readAgain(new TwinEvent.InZones(LAMP, new TreeSet<>(List.of(LAMP, TwinId.of("it:area-c"))), AT));
        readAgain(new TwinEvent.InZones(LAMP, new TreeSet<>(), AT));
        readAgain(new TwinEvent.Observed(new Observation(LAMP, "power", Optional.empty(), AT, AT, "", Quality.BAD)));
    }

    @Test
    void saysWhoseEntryCannotBeRead() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CODEC.read(new Journal.Entry("twins", "it:milano", 1, "{")))
                .withMessageContaining("it:milano");
    }

    private static void readAgain(TwinEvent event) {
        Journal.Entry entry = CODEC.write(event);
        assertThat(entry.stream()).isEqualTo("twins");
        assertThat(entry.key()).isEqualTo(LAMP.toString());
        assertThat(entry.schema()).isEqualTo(1);
        assertThat(CODEC.read(entry)).isEqualTo(event);
    }
}
