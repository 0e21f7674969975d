package io.citytwin.regulations.it;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.regulation.Regulation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A few twins of each type, near to all numbers of the shipped law and anywhere in its areas. */
final class ShippedCity {

    static final AssetTypes TYPES = AssetTypes.builtIn();
    static final List<AssetType> ALL = List.copyOf(TYPES.all());
    static final List<Regulation> LAW = RegulationBundle.classpath().regulations();
    static final int OF_A_TYPE = 3;

    private static final List<BigDecimal> NUMBERS = numbers();
    private static final List<String> CODES = LAW.stream()
            .map(Regulation::jurisdiction)
            .distinct()
            .filter(code -> code.length() > 2)
            .toList();

    private final Random random;

    ShippedCity(Random random) {
        this.random = random;
    }

    /** All numbers that the law holds: what twins are near to. */
    private static List<BigDecimal> numbers() {
        List<BigDecimal> numbers = new ArrayList<>(List.of(BigDecimal.ZERO));
        LAW.stream()
                .flatMap(regulation -> regulation.parameters().byName().values().stream())
                .flatMap(parameter -> parameter.values().stream())
                .map(dated -> dated.value())
                .filter(LawValue.OfNumber.class::isInstance)
                .forEach(value ->
                        numbers.add(((LawValue.OfNumber) value).quantity().amount()));
        return numbers.stream().distinct().toList();
    }

    Twin twin(AssetType type, int number) {
        Twin twin = Twin.of(id(type.name(), number), type);
        for (String property : type.properties().keySet()) {
            Optional<Value> value = value(type.properties().get(property));
            twin = value.isPresent() ? twin.with(property, value.get()) : twin;
        }
        return twin;
    }

    static TwinId id(String type, int number) {
        return new TwinId("xx", type + number);
    }

    Optional<Value> value(ValueType held) {
        if (random.nextInt(20) == 0) {
            return Optional.empty();
        } else if (held instanceof ValueType.Number number) {
            BigDecimal near = NUMBERS.get(random.nextInt(NUMBERS.size()));
            return Optional.of(new Quantity(near.add(BigDecimal.valueOf(random.nextInt(3) - 1L)), number.unit()));
        } else if (held instanceof ValueType.YesNo) {
            return Optional.of(new Value.Flag(random.nextBoolean()));
        } else if (held instanceof ValueType.Names names) {
            return Optional.of(new Value.Term(
                    names.names().get(random.nextInt(names.names().size()))));
        } else if (held instanceof ValueType.Relation relation) {
            return Optional.of(new Value.Ref(id(relation.assetType(), random.nextInt(OF_A_TYPE))));
        }
        return held instanceof ValueType.Words
                ? Optional.of(new Value.Text(CODES.get(random.nextInt(CODES.size()))))
                : Optional.empty();
    }
}
