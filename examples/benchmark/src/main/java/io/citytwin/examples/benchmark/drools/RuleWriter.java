package io.citytwin.examples.benchmark.drools;

import com.google.common.base.Splitter;
import io.citytwin.examples.benchmark.law.ChosenLaw;
import io.citytwin.examples.benchmark.law.LawSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Writes one shipped rule for Drools, with its patterns in the order that a style wants. For one thread at a time. */
final class RuleWriter {

    private final Schema schema;
    private final Style style;
    private final Effects effects;
    private final String regulation;
    private final ShippedRule rule;
    private final List<Schema.Type> types;
    private final Map<String, Condition.Cell> bound = new HashMap<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Integer> order;
    private final List<Set<String>> wanted = new ArrayList<>();

    RuleWriter(Schema schema, Style style, Effects effects, String regulation, ShippedRule rule) {
        this.schema = schema;
        this.style = style;
        this.effects = effects;
        this.regulation = regulation;
        this.rule = rule;
        this.types = rule.patterns().stream()
                .map(pattern -> schema.type(regulation, pattern.type()))
                .toList();
        int last = types.size() - 1;
        this.order = IntStream.rangeClosed(0, last)
                .map(at -> style == Style.NAIVE ? last - at : at)
                .boxed()
                .toList();
        types.forEach(type -> wanted.add(new LinkedHashSet<>()));
        read();
        schema.read(types.get(rule.subject()), "id");
        conditions.stream()
                .flatMap(condition -> condition.whole().stream())
                .forEach(cell -> types.get(cell.pattern()).whole().add(cell.field()));
    }

    private void read() {
        for (int at = 0; at < types.size(); at++) {
            Schema.Type type = types.get(at);
            int pattern = at;
            for (String constraint : rule.patterns().get(at).constraints()) {
                if (constraint.contains(" : ")) {
                    List<String> sides = Splitter.on(" : ").splitToList(constraint);
                    bound.put(sides.get(0), new Condition.Cell(pattern, schema.read(type, sides.get(1))));
                }
            }
            Condition.Reader reader =
                    new Condition.Reader(pattern, bound, word -> schema.read(type, word), schema::ordinal);
            rule.patterns().get(at).constraints().stream()
                    .filter(constraint -> !constraint.contains(" : "))
                    .map(reader::read)
                    .forEach(conditions::add);
        }
    }

    /** Whether the law of a day lets it say anything: its provision holds, and all law that it reads was read. */
    boolean speaks(ChosenLaw law, java.time.Instant moment) {
        LawSheet own = law.sheet(regulation, moment);
        if (!own.holds(rule.provision())) {
            return false;
        }
        for (int at = 0; at < types.size(); at++) {
            Schema.Type type = types.get(at);
            if (type.origin() == Schema.Origin.TABLE && own.rows(type.source()).isEmpty()) {
                return false;
            }
            if (type.origin() == Schema.Origin.LAW) {
                LawSheet sheet = law.sheet(type.regulation(), moment);
                if (!fieldsOf(at).stream().allMatch(sheet::knows)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Set<String> fieldsOf(int pattern) {
        Set<String> fields = new LinkedHashSet<>();
        conditions.stream().flatMap(condition -> condition.cells().stream()).forEach(cell -> {
            if (cell.pattern() == pattern) {
                fields.add(cell.field());
            }
        });
        bound.values().stream().filter(cell -> cell.pattern() == pattern).forEach(cell -> fields.add(cell.field()));
        return fields;
    }

    String write(LawSheet sheet) {
        List<List<String>> constraints = new ArrayList<>();
        types.forEach(type -> constraints.add(new ArrayList<>()));
        for (Condition condition : conditions) {
            int place = condition.cells().stream()
                    .mapToInt(cell -> order.indexOf(cell.pattern()))
                    .max()
                    .orElseThrow();
            int pattern = order.get(place);
            constraints.get(pattern).add(condition.text(style, cell -> called(cell, pattern), this::splits));
        }
        String consequence = style.consequence(
                called(new Condition.Cell(rule.subject(), schema.read(types.get(rule.subject()), "id")), -1),
                effect(sheet));
        StringBuilder text = new StringBuilder("rule \"" + regulation + "/" + rule.name() + "\"\nwhen\n");
        for (int pattern : order) {
            List<String> parts = new ArrayList<>();
            wanted.get(pattern).forEach(field -> parts.add(name(pattern, field) + " : " + field));
            parts.addAll(constraints.get(pattern));
            text.append("  ").append(types.get(pattern).name()).append("( ").append(String.join(", ", parts));
            text.append(" )\n");
        }
        return text.append("then\n  ").append(consequence).append("\nend\n").toString();
    }

    /** A field of the pattern itself by its name, of another one by a variable. */
    private String called(Condition.Cell cell, int pattern) {
        if (cell.pattern() == pattern) {
            return cell.field();
        }
        wanted.get(cell.pattern()).add(cell.field());
        return name(cell.pattern(), cell.field());
    }

    private boolean splits(Condition.Cell cell) {
        return types.get(cell.pattern()).splits(cell.field(), style);
    }

    private static String name(int pattern, String field) {
        return "$" + field + pattern;
    }

    private String effect(LawSheet sheet) {
        String provision = regulation + "/" + rule.provision();
        String word = after(rule.arguments().get(1), '.');
        if (rule.arguments().size() == 2) {
            return "effects.of( " + effects.form("forbid", provision, word) + " )";
        }
        String value = rule.arguments().get(2);
        if (value.equals("true") || value.equals("false")) {
            return "effects.of( " + effects.form(value.equals("true") ? "on" : "off", provision, word) + " )";
        }
        List<String> numbers = new ArrayList<>();
        numbers.add(Integer.toString(effects.form(rule.verb(), provision, word)));
        rule.arguments().stream().skip(2).map(sum -> sum(sum, sheet)).forEach(numbers::add);
        return "effects.of( " + String.join(", ", numbers) + " )";
    }

    private static String after(String word, char sign) {
        return word.substring(word.indexOf(sign) + 1);
    }

    private String sum(String sum, LawSheet sheet) {
        List<String> words = Splitter.on(' ').splitToList(sum);
        String first = variable(words.get(0));
        if (words.size() == 1) {
            return first;
        }
        Condition.Cell added = Objects.requireNonNull(bound.get(words.get(2)));
        boolean percent = types.get(added.pattern()).origin() == Schema.Origin.LAW && sheet.isPercent(added.field());
        String second = variable(words.get(2));
        return percent
                ? first + " * ( 100 " + words.get(1) + " " + second + " ) / 100"
                : first + " " + words.get(1) + " " + second;
    }

    private String variable(String word) {
        return called(Objects.requireNonNull(bound.get(word), word), -1);
    }
}
