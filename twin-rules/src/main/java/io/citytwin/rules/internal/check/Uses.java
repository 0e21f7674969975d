package io.citytwin.rules.internal.check;

import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Reads;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Used;
import io.citytwin.rules.internal.grammar.Vocabulary;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.LegalSource;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.regulation.Validity;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a folder's declarations is used, by the folder itself or by loaded ones. Immutable.
 *
 * @param sources keys of acts
 * @param parameters names, tables as well
 * @param properties what rules read and sentences show, as {@code Type.property}
 * @param levels names
 */
record Uses(Set<String> sources, Set<String> parameters, Set<String> properties, Set<String> levels) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}.]+\\.[^{}]+)}");

    /** Copies the sets. */
    Uses {
        sources = Set.copyOf(sources);
        parameters = Set.copyOf(parameters);
        properties = Set.copyOf(properties);
        levels = Set.copyOf(levels);
    }

    static Uses of(Checked folder) {
        Regulation own = folder.regulation();
        Set<String> properties = properties(own);
        Set<String> parameters = new HashSet<>();
        Set<String> levels = new HashSet<>();
        parametersOf(Vocabulary.LAW, properties).forEach(parameters::add);
        for (Rule rule : Checked.rules(own)) {
            rule.conditions().stream()
                    .filter(condition -> condition.type().origin() == FactType.Origin.TABLE)
                    .forEach(condition -> parameters.add(condition.type().name()));
            moved(rule, levels);
            rule.spends().ifPresent(counter -> properties.add(subject(rule) + "." + counter));
        }
        StateSpec state = own.state();
        state.runs().values().forEach(run -> parameters.add(run.limit()));
        state.levels().values().forEach(level -> {
            level.season().ifPresent(parameters::add);
            if (properties.contains(level.of() + "." + level.property())) {
                levels.add(level.name());
            }
        });
        folder.usedBy().forEach(use -> elsewhere(use.getKey(), use.getValue(), own, parameters, levels));
        return new Uses(sources(own), parameters, properties, levels);
    }

    /** What another regulation reads of this one. */
    private static void elsewhere(
            String alias, Regulation other, Regulation own, Set<String> parameters, Set<String> levels) {
        Set<String> theirs = properties(other);
        parametersOf(Vocabulary.lawName(alias), theirs).forEach(parameters::add);
        own.state().levels().values().stream()
                .filter(level -> theirs.contains(
                        level.of() + "." + Used.seen(alias, level).property()))
                .forEach(level -> levels.add(level.name()));
    }

    private static Stream<String> parametersOf(String law, Set<String> properties) {
        return properties.stream()
                .filter(property -> property.startsWith(law + "."))
                .map(property -> property.substring(law.length() + 1));
    }

    private static void moved(Rule rule, Set<String> levels) {
        if (rule.action() instanceof Rule.Raise raise) {
            levels.add(raise.level());
        } else if (rule.action() instanceof Rule.Clear clear) {
            levels.add(clear.level());
        }
    }

    private static String subject(Rule rule) {
        return rule.conditions().get(rule.action().subject()).type().name();
    }

    private static Set<String> properties(Regulation regulation) {
        Set<String> properties = new HashSet<>();
        for (Rule rule : Checked.rules(regulation)) {
            Reads.of(rule)
                    .forEach((type, slots) ->
                            slots.forEach(slot -> properties.add(type + "." + nameOf(rule, type, slot))));
        }
        regulation.provisions().values().stream()
                .map(Provision::says)
                .flatMap(says -> says.stream())
                .flatMap(says -> says.byLanguage().values().stream())
                .forEach(text -> placeholders(text, properties));
        return properties;
    }

    private static String nameOf(Rule rule, String type, int slot) {
        return rule.conditions().stream()
                .map(Rule.Condition::type)
                .filter(one -> one.name().equals(type))
                .map(one -> one.slots().get(slot).name())
                .findFirst()
                .orElse("");
    }

    private static void placeholders(String text, Set<String> properties) {
        Matcher found = PLACEHOLDER.matcher(text);
        while (found.find()) {
            properties.add(found.group(1));
        }
    }

    private static Set<String> sources(Regulation regulation) {
        Set<String> keys = new HashSet<>();
        regulation.provisions().values().forEach(one -> keys.add(one.source().key()));
        regulation.parameters().byName().values().stream()
                .flatMap(parameter -> parameter.values().stream())
                .flatMap(Uses::sources)
                .forEach(source -> keys.add(source.key()));
        return keys;
    }

    private static Stream<LegalSource> sources(DatedValue value) {
        Stream<LegalSource> rows = value.value() instanceof LawValue.OfTable table
                ? table.rows().stream().flatMap(row -> row.validity().stream()).map(Validity::source)
                : Stream.empty();
        return Stream.concat(Stream.of(value.source()), rows);
    }
}
