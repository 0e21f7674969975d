package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Value;
import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.regulation.Wording;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of a provision's sentence. For one thread at a time. */
final class Sentences {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w{1,64})\\.(\\w{1,64})}");

    private final Scene scene;

    Sentences(Scene scene) {
        this.scene = scene;
    }

    Wording fill(Wording says, Firing firing) {
        SortedMap<String, String> filled = new TreeMap<>();
        says.byLanguage().forEach((language, text) -> filled.put(language, fill(text, firing)));
        return new Wording(filled);
    }

    private String fill(String text, Firing firing) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = valueOf(matcher.group(1), matcher.group(2), firing).orElse("?");
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }

    private Optional<String> valueOf(String type, String property, Firing firing) {
        return firing.matched().values().stream()
                .filter(fact -> fact.type().name().equals(type))
                .findFirst()
                .flatMap(fact -> switch (fact.type().origin()) {
                    case LAW ->
                        Optional.ofNullable(scene.law.get(type))
                                .flatMap(sheet ->
                                        Optional.ofNullable(sheet.inForce().get(property)))
                                .map(dated -> dated.value().toString());
                    case TABLE ->
                        Optional.ofNullable(scene.rows.get(fact.role()))
                                .map(row -> row.row().texts().get(property));
                    case ASSET -> ofTwin(fact, property);
                });
    }

    private Optional<String> ofTwin(Fact fact, String property) {
        Optional<String> read = fact.type().slotOf(property).flatMap(slot -> text(fact, slot));
        return read.or(() -> Optional.ofNullable(scene.twins.get(fact.role()))
                .flatMap(twin -> twin.value(property)
                        .map(Value::toString)
                        .or(() -> Optional.of(twin.id().name()))));
    }

    /** A cell as users write it, with its unit; empty if it is not known. */
    static Optional<String> text(Fact fact, int slot) {
        FactType.Kind kind = fact.type().slots().get(slot).kind();
        Object cell = fact.cell(slot);
        if (cell == null || kind instanceof FactType.KeyKind) {
            return Optional.empty();
        } else if (kind instanceof FactType.NameKind names && cell instanceof Integer ordinal) {
            return Optional.of(names.of().names().get(ordinal));
        } else if (kind instanceof FactType.NumberKind number && cell instanceof BigDecimal amount) {
            return Optional.of(new io.citytwin.core.model.Quantity(amount, number.unit()).toString());
        }
        return Optional.of(cell.toString());
    }
}
