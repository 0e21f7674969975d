package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** A city by chance: some twins of each of some types, and values and relations of every kind, or none. */
final class AnyCity {

    private static final int OF_A_TYPE = 4;

    private final Random random;
    private final List<AssetType> types;
    private final List<BigDecimal> numbers;
    private final List<String> codes;

    AnyCity(Random random, Collection<AssetType> types, List<BigDecimal> numbers, List<String> codes) {
        this.random = random;
        this.types = List.copyOf(types);
        this.numbers = List.copyOf(numbers);
        this.codes = List.copyOf(codes);
    }

    /** Any twin, of which most properties are known. */
    Twin twin() {
        return twin(types.get(random.nextInt(types.size())), random.nextInt(OF_A_TYPE));
    }

    /** All of them. */
    List<Twin> twins() {
        List<Twin> twins = new ArrayList<>();
        for (int number = 0; number < OF_A_TYPE; number++) {
            for (AssetType type : types) {
                twins.add(twin(type, number));
            }
        }
        return twins;
    }

    private Twin twin(AssetType type, int number) {
        Twin twin = Twin.of(id(type.name(), number), type);
        for (String property : type.properties().keySet()) {
            Optional<Value> value = value(type, property);
            twin = value.isPresent() ? twin.with(property, value.get()) : twin;
        }
        TreeSet<TwinId> zones = new TreeSet<>();
        if (random.nextInt(3) == 0) {
            zones.add(id("Zone", random.nextInt(OF_A_TYPE)));
        }
        return twin.in(zones);
    }

    private static TwinId id(String type, int number) {
        return new TwinId("xx", type + number);
    }

    /** A value of a property, or none. */
    Optional<Value> value(AssetType type, String property) {
        ValueType held = type.properties().get(property);
        if (random.nextInt(8) == 0) {
            return Optional.empty();
        } else if (held instanceof ValueType.Number number) {
            return Optional.of(new Quantity(number(), number.unit()));
        } else if (held instanceof ValueType.YesNo) {
            return Optional.of(new Value.Flag(random.nextBoolean()));
        } else if (held instanceof ValueType.Names names) {
            return Optional.of(new Value.Term(
                    names.names().get(random.nextInt(names.names().size()))));
        } else if (held instanceof ValueType.Relation relation) {
            return Optional.of(new Value.Ref(id(relation.assetType(), random.nextInt(OF_A_TYPE + 1))));
        }
        return held instanceof ValueType.Words
                ? Optional.of(new Value.Text(codes.get(random.nextInt(codes.size()))))
                : Optional.empty();
    }

    private BigDecimal number() {
        BigDecimal number = numbers.get(random.nextInt(numbers.size()));
        return switch (random.nextInt(4)) {
            case 0 -> number.add(BigDecimal.ONE);
            case 1 -> number.subtract(new BigDecimal("0.5"));
            default -> number;
        };
    }
}
