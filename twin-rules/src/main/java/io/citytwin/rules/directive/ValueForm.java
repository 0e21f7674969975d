package io.citytwin.rules.directive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import java.math.BigDecimal;

/** What actuators take, as JSON that says of which kind it is. Safe for use by many threads. */
final class ValueForm {

    private ValueForm() {}

    static JsonNode write(Value value) {
        if (value instanceof Value.Text text) {
            return TextNode.valueOf(text.text());
        } else if (value instanceof Value.Flag flag) {
            return BooleanNode.valueOf(flag.on());
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (value instanceof Quantity quantity) {
            return node.put("amount", quantity.amount().toPlainString())
                    .put("unit", quantity.unit().symbol());
        } else if (value instanceof Value.Term term) {
            return node.put("term", term.name());
        } else if (value instanceof Value.Ref ref) {
            return node.put("twin", ref.target().toString());
        } else if (value instanceof Location point) {
            return node.put("longitude", point.longitude().toPlainString())
                    .put("latitude", point.latitude().toPlainString());
        }
        throw new IllegalArgumentException("`" + value + "` is nothing that a device can take");
    }

    static Value read(JsonNode node) {
        if (node.isTextual()) {
            return new Value.Text(node.asText());
        } else if (node.isBoolean()) {
            return new Value.Flag(node.asBoolean());
        } else if (node.has("amount")) {
            return new Quantity(
                    new BigDecimal(node.get("amount").asText()),
                    Unit.of(node.get("unit").asText()));
        } else if (node.has("term")) {
            return new Value.Term(node.get("term").asText());
        } else if (node.has("twin")) {
            return new Value.Ref(TwinId.of(node.get("twin").asText()));
        }
        return new Location(
                new BigDecimal(node.get("longitude").asText()),
                new BigDecimal(node.get("latitude").asText()));
    }
}
