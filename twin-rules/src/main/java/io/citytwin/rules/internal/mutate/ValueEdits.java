package io.citytwin.rules.internal.mutate;

import io.citytwin.rules.internal.yaml.Node;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.regulation.Regulation;
import java.util.List;

/** Changes of dated values, and of the days of provisions. Safe for use by many threads. */
final class ValueEdits {

    private ValueEdits() {}

    /** Each value and each of its days changed, and each value away where others are left, in parameters.yaml. */
    static List<Edit> parameters(Source source, Regulation regulation) {
        YamlEdits edits = new YamlEdits(source);
        for (Node.Entry entry : edits.root().entries()) {
            if (entry.value() instanceof Node.Mapping body) {
                regulation
                        .parameters()
                        .find(entry.key().text())
                        .map(Parameter::type)
                        .ifPresent(type -> values(body.items("values"), type, edits));
            }
        }
        return edits.edits();
    }

    private static void values(List<Node> items, ParameterType type, YamlEdits edits) {
        items.forEach(item -> value(item, type, edits));
        if (items.size() > 1) {
            items.stream()
                    .filter(Node.Mapping.class::isInstance)
                    .forEach(item ->
                            edits.remove((Node.Mapping) item, "the value is removed", "no case needs the value"));
        }
    }

    private static void value(Node item, ParameterType type, YamlEdits edits) {
        if (item instanceof Node.Mapping value) {
            String subject = value.place().toString();
            value.scalar("value").ifPresent(word -> edits.change(word, subject, Cells.of(type, word.text())));
            days(value, "from", subject, edits);
        }
    }

    /** The first and the last day of each provision, in regulation.yaml. */
    static List<Edit> provisions(Source source) {
        YamlEdits edits = new YamlEdits(source);
        for (Node.Entry entry : edits.root().mapping("provisions").entries()) {
            if (entry.value() instanceof Node.Mapping provision) {
                days(provision, "since", entry.key().text(), edits);
            }
        }
        return edits.edits();
    }

    private static void days(Node.Mapping dated, String first, String subject, YamlEdits edits) {
        dated.scalar(first).ifPresent(day -> edits.change(day, subject, Neighbours.firstDay(day.text())));
        dated.scalar("last_day").ifPresent(day -> edits.change(day, subject, Neighbours.lastDay(day.text())));
    }
}
