package io.citytwin.examples.benchmark.drools;

import io.citytwin.examples.benchmark.city.Kind;
import io.citytwin.examples.benchmark.law.ChosenLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All chosen rules as one text for Drools. Rules about kinds of twins that the city has not, and rules that the law of
 * the day leaves without a word, are left out: that is the faster for it.
 *
 * @param text types and rules
 * @param types all types that it declares
 * @param effects what its rules say
 * @param applied how many shipped rules are about the city
 * @param written how many of them are in the text
 */
record Drl(String text, Map<String, Schema.Type> types, Effects effects, int applied, int written) {

    static final String PACKAGE = "city";

    static Drl of(ChosenLaw law, Style style) {
        Schema schema = new Schema(law);
        Effects effects = new Effects();
        Map<RuleWriter, String> writers = new LinkedHashMap<>();
        int applied = 0;
        for (String folder : ChosenLaw.FOLDERS) {
            for (ShippedRule rule : RuleReader.read(law.rules(folder))) {
                if (inCity(rule)) {
                    applied++;
                    RuleWriter probe = new RuleWriter(new Schema(law), style, new Effects(), folder, rule);
                    if (probe.speaks(law, ChosenLaw.morning())) {
                        writers.put(new RuleWriter(schema, style, effects, folder, rule), folder);
                    }
                }
            }
        }
        // Only when all rules were read is it known which sets any of them needs whole.
        List<String> rules = new ArrayList<>();
        writers.forEach((writer, folder) -> rules.add(writer.write(law.sheet(folder, ChosenLaw.morning()))));
        String text = header(style) + declarations(schema, style) + String.join("\n", rules);
        return new Drl(text, schema.types(), effects, applied, rules.size());
    }

    private static boolean inCity(ShippedRule rule) {
        String type = rule.patterns().get(rule.subject()).type();
        return Arrays.stream(Kind.values()).anyMatch(kind -> kind.type().equals(type));
    }

    private static String header(Style style) {
        String imports = "package " + PACKAGE + "\nimport " + Finding.class.getName() + "\nimport "
                + Bits.class.getName() + "\n";
        String globals = "global " + Effects.class.getName() + " effects\n";
        return style == Style.NAIVE
                ? imports + globals + "\n"
                : imports + globals + "global " + Matches.class.getName() + " found\n\n";
    }

    private static String declarations(Schema schema, Style style) {
        StringBuilder text = new StringBuilder();
        for (Schema.Type type : schema.types().values()) {
            text.append("declare ").append(type.name()).append('\n');
            type.fields()
                    .forEach((name, field) -> text.append("  ")
                            .append(name)
                            .append(" : ")
                            .append(type.java(name, style))
                            .append('\n'));
            text.append("end\n\n");
        }
        return text.toString();
    }
}
