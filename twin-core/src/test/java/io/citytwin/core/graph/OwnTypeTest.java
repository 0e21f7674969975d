package io.citytwin.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.Asset;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.asset.Desired;
import io.citytwin.core.asset.In;
import io.citytwin.core.asset.Municipality;
import io.citytwin.core.asset.Within;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnTypeTest {

    private static final Instant NOON = Instant.parse("2024-07-01T12:00:00Z");

    /** A developer's own asset type: one interface, nothing else. */
    public interface Fountain extends Asset {
        @Within
        Optional<Municipality> place();

        Optional<Location> location();

        /** Where its water comes from. */
        Optional<Fountain> source();

        @In("l")
        Optional<Quantity> consumption();

        @In("%")
        @Desired(resting = "100", safe = "0")
        Optional<Quantity> flow();
    }

    @Test
    void isPutObservedDesiredFoundAndViewed() {
        AssetTypes types = AssetTypes.builtIn().with(Fountain.class);
        TwinGraph graph = TwinGraph.of(types);
        Twin milan = types.twin("it:milano", "Municipality");
        Twin spring = types.twin("it.milano:spring", "Fountain").with("place", milan.id());
        Twin castle = types.twin("it.milano:castle", "Fountain")
                .with("label", "Wedding cake")
                .with("place", milan.id())
                .with("source", spring.id())
                .with("location", "9.1813 45.4689");
        graph.put(List.of(milan, spring, castle), NOON);
        Quantity litres = Quantity.of("1250.5", Unit.LITRE);
        graph.observe(
                new Observation(castle.id(), "consumption", Optional.of(litres), NOON, NOON, "modbus", Quality.GOOD));
        graph.desire(castle.id(), "flow", Quantity.of("40", Unit.PERCENT), NOON);

        Fountain fountain = graph.view(Fountain.class, castle.id()).orElseThrow();
        assertThat(fountain.label()).contains("Wedding cake");
        assertThat(fountain.consumption()).contains(litres);
        assertThat(fountain.source().flatMap(Fountain::place).map(Asset::id)).contains(milan.id());
        assertThat(fountain.flow()).isEmpty();
        assertThat(graph.desired(castle.id(), "flow")).contains(Quantity.of("40", Unit.PERCENT));
        assertThat(graph.desired(spring.id(), "flow")).contains(Quantity.of("100", Unit.PERCENT));
        assertThat(graph.related(spring.id(), "Fountain", "source")).containsExactly(castle.id());
        assertThat(graph.nearest(Location.of("9.18 45.47"), "Fountain", twin -> true, 9))
                .extracting(TwinGraph.Near::twin)
                .containsExactly(castle.id());
        assertThat(graph.asOf(castle.id(), NOON)).isEqualTo(graph.find(castle.id()));
    }
}
