package io.citytwin.core.thing;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** Twins of any type with any values, drawn by a seeded die. */
final class RandomTwins {

    static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final List<String> TEXTS =
            List.of("", "via Tito Livio", "null", "\"quoted\\\" \u0000 \uD83D\uDEB2", "zones", "12");

    private final Random die;

    RandomTwins(long seed) {
        die = new Random(seed);
    }

    Twin twin(AssetType type) {
        Twin twin = Twin.of(id(), type);
        for (Map.Entry<String, ValueType> property : type.properties().entrySet()) {
            int kind = die.nextInt(4);
            if (kind > 1) {
                twin = twin.with(property.getKey(), value(property.getValue()));
            }
            if (kind == 0 || kind == 3) {
                twin = twin.with(observation(twin.id(), property.getKey(), property.getValue()));
            }
        }
        SortedSet<TwinId> zones = new TreeSet<>();
        for (int i = die.nextInt(3); i > 0; i--) {
            zones.add(id());
        }
        return twin.in(zones);
    }

    private Observation observation(TwinId twin, String property, ValueType type) {
        return new Observation(
                twin,
                property,
                die.nextInt(5) == 0 ? Optional.empty() : Optional.of(value(type)),
                instant(),
                instant(),
                "source " + die.nextInt(9),
                one(List.of(Quality.values())));
    }

    Value value(ValueType type) {
        if (type instanceof ValueType.Number number) {
            return new Quantity(amount(), number.unit());
        } else if (type instanceof ValueType.YesNo) {
            return new Value.Flag(die.nextBoolean());
        } else if (type instanceof ValueType.Names names) {
            return new Value.Term(one(names.names()));
        } else if (type instanceof ValueType.Relation) {
            return new Value.Ref(id());
        } else if (type instanceof ValueType.Point) {
            return point(die.nextInt(360) - 180, die.nextInt(180) - 90);
        } else if (type instanceof ValueType.Ground) {
            return new Outline(die.nextBoolean() ? List.of(square(9)) : List.of(square(9), square(12)));
        }
        return new Value.Text(one(TEXTS));
    }

    private BigDecimal amount() {
        return switch (die.nextInt(5)) {
            case 0 -> BigDecimal.valueOf(die.nextInt(3));
            case 1 -> BigDecimal.valueOf(die.nextLong());
            case 2 -> new BigDecimal(new BigInteger(120, die), die.nextInt(40));
            case 3 -> BigDecimal.valueOf(die.nextInt(100)).scaleByPowerOfTen(die.nextInt(15));
            default -> BigDecimal.valueOf(die.nextInt(10000) - 5000, 2);
        };
    }

    private static Outline.Polygon square(int west) {
        return new Outline.Polygon(List.of(
                List.of(point(west, 45), point(west + 1, 45), point(west + 1, 46), point(west, 46), point(west, 45))));
    }

    private static Location point(int longitude, int latitude) {
        return new Location(BigDecimal.valueOf(longitude), BigDecimal.valueOf(latitude));
    }

    private TwinId id() {
        return TwinId.of("it.milano:\u00e8-" + die.nextInt(50));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(die.nextInt(2_000_000_000), die.nextBoolean() ? 0 : die.nextInt(1_000_000_000));
    }

    <T> T one(List<T> list) {
        return list.get(die.nextInt(list.size()));
    }
}
