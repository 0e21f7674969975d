package io.citytwin.adapter.dittoembedded.internal.search;

import io.citytwin.core.time.CityClock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.rql.model.ParsedPlaceholder;
import org.eclipse.ditto.rql.model.predicates.ast.ExistsNode;
import org.eclipse.ditto.rql.model.predicates.ast.LogicalNode;
import org.eclipse.ditto.rql.model.predicates.ast.MultiComparisonNode;
import org.eclipse.ditto.rql.model.predicates.ast.Node;
import org.eclipse.ditto.rql.model.predicates.ast.RootNode;
import org.eclipse.ditto.rql.model.predicates.ast.SingleComparisonNode;
import org.eclipse.ditto.rql.query.expression.ThingsFieldExpressionFactory;
import org.eclipse.ditto.rql.query.things.ModelBasedThingsFieldExpressionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Turns what Ditto's parser read into a condition on JSON. Ditto's own evaluation rebuilds the whole Thing for each field
 * that it looks at, matches with regular expressions of the caller's making, and does not know {@code features/*}; a test
 * holds this one against it. For one thread at a time.
 */
final class RqlTree {

    private static final ThingsFieldExpressionFactory FIELDS = ModelBasedThingsFieldExpressionFactory.getInstance();

    private final RqlText text;
    private final CityClock clock;
    private int likes;

    RqlTree(RqlText text, CityClock clock) {
        this.text = text;
        this.clock = clock;
    }

    Predicate<JsonObject> compile(RootNode root) {
        return all(conditions(root.getChildren()));
    }

    private List<Predicate<JsonObject>> conditions(List<Node> nodes) {
        return nodes.stream().map(this::condition).toList();
    }

    private Predicate<JsonObject> condition(Node node) {
        if (node instanceof LogicalNode logical) {
            return logical(logical);
        }
        if (node instanceof ExistsNode exists) {
            RqlField field = RqlField.of(exists.getProperty(), FIELDS::existsBy);
            return thing -> field.any(thing, Optional::isPresent);
        }
        if (node instanceof SingleComparisonNode single) {
            return on(single.getComparisonProperty(), comparison(single));
        }
        if (node instanceof MultiComparisonNode multi) {
            return on(multi.getComparisonProperty(), in(multi.getComparisonValue()));
        }
        throw new IllegalArgumentException("Unknown predicate: " + node);
    }

    private Predicate<JsonObject> logical(LogicalNode node) {
        List<Predicate<JsonObject>> parts = conditions(node.getChildren());
        if (node.getType() == LogicalNode.Type.AND) {
            return all(parts);
        }
        Predicate<JsonObject> some = thing -> parts.stream().anyMatch(part -> part.test(thing));
        return node.getType() == LogicalNode.Type.OR ? some : some.negate();
    }

    private static Predicate<JsonObject> all(List<Predicate<JsonObject>> parts) {
        return parts.size() == 1 ? parts.get(0) : thing -> parts.stream().allMatch(part -> part.test(thing));
    }

    private static Predicate<JsonObject> on(String property, Predicate<Optional<JsonValue>> test) {
        RqlField field = RqlField.of(property, FIELDS::filterBy);
        return thing -> field.any(thing, test);
    }

    private Predicate<Optional<JsonValue>> comparison(SingleComparisonNode node) {
        SingleComparisonNode.Type type = node.getComparisonType();
        if (type == SingleComparisonNode.Type.LIKE) {
            return like(node.getComparisonValue());
        }
        Supplier<@Nullable Object> value = value(node.getComparisonValue());
        return switch (type) {
            case EQ -> found -> found.isPresent() && RqlValue.equal(found.get(), value.get());
            case NE -> found -> found.isEmpty() || !RqlValue.equal(found.get(), value.get());
            case GT -> found -> RqlValue.compare(found, value.get()).orElse(0) > 0;
            case GE -> found -> RqlValue.compare(found, value.get()).orElse(-1) >= 0;
            case LT -> found -> RqlValue.compare(found, value.get()).orElse(0) < 0;
            case LE -> found -> RqlValue.compare(found, value.get()).orElse(1) <= 0;
            default -> throw new IllegalArgumentException("Unknown predicate: " + type);
        };
    }

    private Predicate<Optional<JsonValue>> in(@Nullable List<Object> values) {
        if (values == null) {
            throw new IllegalArgumentException("In the in predicate a value is missing.");
        }
        List<Supplier<@Nullable Object>> wanted =
                values.stream().map(this::value).toList();
        return found ->
                found.isPresent() && wanted.stream().anyMatch(value -> RqlValue.equal(found.get(), value.get()));
    }

    private Predicate<Optional<JsonValue>> like(@Nullable Object pattern) {
        if (!(pattern instanceof String wanted)) {
            throw new IllegalArgumentException("In the like predicate only string values are allowed.");
        }
        Wildcards wildcards = Wildcards.of(wanted, text.ignoringCase().get(likes++));
        return found -> found.filter(JsonValue::isString)
                .filter(value -> wildcards.match(value.asString()))
                .isPresent();
    }

    private Supplier<@Nullable Object> value(@Nullable Object value) {
        return value instanceof ParsedPlaceholder placeholder ? RqlTime.of(placeholder, clock) : () -> value;
    }
}
