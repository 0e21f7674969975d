package io.citytwin.adapter.mqtt.internal.settings;

import io.citytwin.adapter.mqtt.MqttReport.Format;
import io.citytwin.adapter.mqtt.MqttReport.Reading;
import io.citytwin.adapter.mqtt.internal.map.Conversion;
import io.citytwin.adapter.mqtt.internal.map.ValueReader;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.model.Values;
import java.math.BigDecimal;
import java.util.Optional;

/** Checks how values are read. Immutable. */
final class ValuePlans {

    private ValuePlans() {}

    /** The type of a property, if the type has it. */
    static Optional<ValueType> type(Spot spot, AssetType type, String property) {
        return spot.isOneOf(property, type.properties().keySet(), "a property of `" + type.name() + "`")
                ? Optional.ofNullable(type.properties().get(property))
                : Optional.empty();
    }

    static Optional<ValueReader> reader(Spot spot, AssetType owner, String property, Reading reading, Format format) {
        Optional<ValueType> type = type(spot, owner, property);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        ValueType held = type.get();
        if (held instanceof ValueType.Point || held instanceof ValueType.Ground) {
            spot.refuse("`" + property + "` is a place, which no message is read for.", "Maybe another property.");
            return Optional.empty();
        }
        boolean wordsFit = reading.words().entrySet().stream()
                .allMatch(word -> spot.at("map")
                        .at(word.getKey())
                        .made(() -> Values.read(held, word.getValue()))
                        .isPresent());
        Optional<Conversion> conversion = Optional.empty();
        if (held instanceof ValueType.Number number && reading.words().isEmpty()) {
            conversion = conversion(spot, reading.unit(), property, number.unit());
            if (conversion.isEmpty()) {
                return Optional.empty();
            }
        } else if (reading.unit().isPresent() || reading.scale().compareTo(BigDecimal.ONE) != 0) {
            spot.refuse("`" + property + "` is no number that has a unit or a scale.", "Maybe leave them out.");
            return Optional.empty();
        }
        boolean quoted = reading.quoted() || format == Format.TEXT;
        return wordsFit
                ? Optional.of(new ValueReader(property, held, conversion, reading.scale(), reading.words(), quoted))
                : Optional.empty();
    }

    private static Optional<Conversion> conversion(Spot spot, Optional<String> symbol, String property, Unit own) {
        if (symbol.isEmpty()) {
            spot.refuse("`" + property + "` has no `unit`; units are never guessed.", "Maybe `unit: \"" + own + "\"`.");
            return Optional.empty();
        }
        return spot.at("unit").unit(symbol.get()).flatMap(unit -> conversion(spot.at("unit"), unit, own, property));
    }

    /** The conversion between two units that count the same. */
    static Optional<Conversion> conversion(Spot spot, Unit from, Unit to, String property) {
        Optional<Conversion> conversion = Conversion.of(from, to);
        if (conversion.isEmpty()) {
            spot.refuse(
                    "`" + from + "` and `" + to + "`, the unit of `" + property + "`, count different things.",
                    "Maybe another property, or a `scale` with the right unit.");
        }
        return conversion;
    }
}
