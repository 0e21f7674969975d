package io.citytwin.adapter.ditto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.thing.ThingForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

// The README's sample is this file, and this file is what the form writes.
class ThingSampleTest {

    private static final Path SAMPLE = Path.of("src", "test", "resources", "lamp-17.json");
    private static final Instant FIVE = Instant.parse("2026-01-16T17:00:00Z");

    @Test
    void theSampleIsWhatTheFormWrites() throws IOException {
        AssetTypes types = AssetTypes.builtIn();
        Twin lamp = types.twin("it.milano:lamp-17", "LampPost")
                .withAll("place=it:Milano ratedPower=70 airSensor=true")
                .with("location", "9.2025 45.4517")
                .in(new TreeSet<>(Set.of(TwinId.of("it.milano:area-c"))));
        lamp = lamp.with(new Observation(
                lamp.id(),
                "power",
                Optional.of(Quantity.of("48.2", Unit.WATT)),
                FIVE,
                FIVE.plusSeconds(2),
                "lamps",
                Quality.GOOD));
        Directive dim = new Directive(
                "5d41402abc4b2a76",
                lamp.id(),
                "dimming",
                Quantity.of(40, Unit.PERCENT),
                Directive.Kind.CLAIM,
                new Directive.Cause("it.milano.light/night", "Few people are out.", FIVE),
                FIVE.plusSeconds(1));
        ThingForm form = ThingForm.of(types);
        ObjectNode thing = form.whole(lamp);
        thing.withObject("/features/state")
                .setAll((ObjectNode) form.desired(List.of(dim)).at("/features/state"));
        JsonMapper exact = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        assertThat(exact.readTree(Files.readString(SAMPLE))).isEqualTo(thing);
        assertThat(form.read(lamp.id(), lamp.type(), thing, FIVE, "x").problems())
                .isEmpty();
    }

    @Test
    void theReadmeShowsTheSample() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("<!-- region twin-adapters/twin-adapter-ditto/src/test/resources/lamp-17.json -->\n```json\n"
                        + Files.readString(SAMPLE) + "```\n");
    }
}
