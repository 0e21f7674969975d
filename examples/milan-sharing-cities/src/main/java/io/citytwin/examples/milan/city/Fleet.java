package io.citytwin.examples.milan.city;

import com.google.common.hash.Hashing;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Vehicles of people and firms, made up by a seed: nobody may list them. Immutable.
 *
 * @param plan what vehicles there are
 * @param types of twins
 * @param namespace of the vehicles
 * @param place where they drive, a municipality
 */
public record Fleet(FleetPlan plan, AssetTypes types, String namespace, TwinId place) {

    private static final int PSEUDONYM = 16;

    /**
     * All vehicles.
     *
     * @return the same twins each time
     */
    public List<Twin> vehicles() {
        return IntStream.rangeClosed(1, plan.vehicles()).mapToObj(this::vehicle).toList();
    }

    /**
     * One vehicle, by the seed and its number alone.
     *
     * @param number from 1
     * @return the twin
     */
    public Twin vehicle(int number) {
        Draw draw = new Draw(plan.seed(), number);
        FleetPlan.Kind kind = draw.weighed(plan.kinds());
        TwinId id = new TwinId(namespace, "vehicle-" + number);
        Twin twin = Twin.of(id, types.get("Vehicle"))
                .withAll(kind.values())
                .withAll(draw.weighed(plan.homes()).values())
                .with("label", "Vehicle " + number + ", made up")
                .with("place", place)
                .with("holder", pseudonym(draw.between(1, plan.holders())))
                .with(
                        "co2",
                        Quantity.of(draw.between(kind.co2().get(0), kind.co2().get(1)), Unit.GRAM_PER_KILOMETRE))
                .with("length", length(kind, draw));
        for (Map.Entry<String, Integer> share : plan.shares().entrySet()) {
            String drawn = Boolean.toString(draw.happens(share.getValue()));
            twin = twin.value(share.getKey()).isPresent() ? twin : twin.with(share.getKey(), drawn);
        }
        return twin;
    }

    private static Quantity length(FleetPlan.Kind kind, Draw draw) {
        List<Integer> tenths = kind.length().stream()
                .map(metres -> new BigDecimal(metres).movePointRight(1).intValueExact())
                .toList();
        return new Quantity(BigDecimal.valueOf(draw.between(tenths.get(0), tenths.get(1)), 1), Unit.METRE);
    }

    private String pseudonym(int holder) {
        String text = plan.seed() + " " + holder;
        return Hashing.sha256()
                .hashString(text, StandardCharsets.UTF_8)
                .toString()
                .substring(0, PSEUDONYM);
    }
}
