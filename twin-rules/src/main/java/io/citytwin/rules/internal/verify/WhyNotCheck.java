package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.Unmet;
import io.citytwin.rules.Unmet.Comparison;
import io.citytwin.rules.internal.grammar.Used;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks once more at a condition that is said to have failed, with nothing but the values that it names: what failed must
 * be false, what held must be true, and the values of twins must be theirs. For one thread at a time.
 */
final class WhyNotCheck {

    private final City city;
    private final Collection<Twin> twins;

    WhyNotCheck(City city, Collection<Twin> twins) {
        this.city = city;
        this.twins = List.copyOf(twins);
    }

    /** What is wrong, one line each. */
    List<String> wrong(Unmet unmet) {
        List<String> wrong = new ArrayList<>();
        unmet.failed().stream()
                .filter(one -> one.value().isPresent() && !one.limits().isEmpty() && holds(one))
                .forEach(one -> wrong.add("`" + one + "` is true"));
        unmet.failed().stream()
                .filter(one -> one.value().isEmpty() || one.limits().isEmpty())
                .forEach(one -> wrong.add("`" + one + "` is neither true nor false"));
        unmet.held().stream().filter(one -> !holds(one)).forEach(one -> wrong.add("`" + one + "` is not true"));
        Stream.concat(unmet.failed().stream(), unmet.held().stream())
                .filter(one -> !isOfATwin(one))
                .forEach(one -> wrong.add("no twin has `" + one.property() + " " + one.value() + "`"));
        return wrong;
    }

    private boolean holds(Comparison one) {
        Value value = one.value().orElse(new Value.Text(""));
        return switch (one.sign()) {
            case "==" -> same(value, one.limits().get(0));
            case "!=" -> !same(value, one.limits().get(0));
            case "in" -> one.limits().contains(value);
            case "not in" -> !one.limits().contains(value);
            case "<" -> order(one) < 0;
            case "<=" -> order(one) <= 0;
            case ">" -> order(one) > 0;
            default -> order(one) >= 0;
        };
    }

    private static boolean same(Value one, Value other) {
        return one instanceof Quantity number && other instanceof Quantity limit
                ? number.amount().compareTo(limit.amount()) == 0
                : one.equals(other);
    }

    private int order(Comparison one) {
        Value value = one.value().orElseThrow();
        Value limit = one.limits().get(0);
        if (value instanceof Quantity number) {
            return number.amount().compareTo(((Quantity) limit).amount());
        }
        List<String> names = names(one);
        return Integer.compare(names.indexOf(value.toString()), names.indexOf(limit.toString()));
    }

    /** The list of names that a property is one of. */
    private List<String> names(Comparison one) {
        Optional<ValueType.Names> ofTwin = city.assets()
                .find(one.of())
                .map(type -> type.properties().get(one.property()))
                .filter(ValueType.Names.class::isInstance)
                .map(ValueType.Names.class::cast);
        Stream<ValueType.Names> ofLevels = city.regulations().stream()
                .flatMap(this::levels)
                .filter(level -> level.property().equals(one.property()))
                .map(level -> level.states());
        return Stream.of(ofTwin.stream(), columns(one), ofLevels)
                .flatMap(found -> found)
                .findFirst()
                .orElseThrow()
                .names();
    }

    /** Those of a regulation, and those of others as its rules see them. */
    private Stream<StateSpec.Level> levels(Regulation regulation) {
        Stream<StateSpec.Level> used = regulation.uses().entrySet().stream()
                .flatMap(use -> city.regulations().stream()
                        .filter(other -> other.id().equals(use.getValue()))
                        .flatMap(other -> other.state().levels().values().stream())
                        .map(level -> Used.seen(use.getKey(), level)));
        return Stream.concat(regulation.state().levels().values().stream(), used);
    }

    private Stream<ValueType.Names> columns(Comparison one) {
        return city.regulations().stream()
                .map(Regulation::parameters)
                .flatMap(parameters -> parameters.find(one.of()).stream())
                .map(parameter -> parameter.type())
                .filter(ParameterType.Table.class::isInstance)
                .flatMap(table -> ((ParameterType.Table) table).columns().stream())
                .filter(column -> column.name().equals(one.property()))
                .map(column -> column.kind())
                .filter(ParameterType.OneName.class::isInstance)
                .map(kind -> ((ParameterType.OneName) kind).of());
    }

    /** A value of a plain property must be that of some twin of its kind; relations, levels and law are seen elsewhere. */
    private boolean isOfATwin(Comparison one) {
        return one.value().isEmpty()
                || one.value().get() instanceof Value.Text
                || twins.stream().noneMatch(twin -> twin.type().name().equals(one.of()))
                || twins.stream().noneMatch(twin -> twin.values().containsKey(one.property()))
                || twins.stream()
                        .filter(twin -> twin.type().name().equals(one.of()))
                        .anyMatch(twin -> twin.value(one.property()).equals(one.value()));
    }
}
