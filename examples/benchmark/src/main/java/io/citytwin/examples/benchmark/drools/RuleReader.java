package io.citytwin.examples.benchmark.drools;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the shipped rules apart; they are known to be well-formed. For one thread at a time. */
final class RuleReader {

    private static final Pattern RULE =
            Pattern.compile("rule \"([^\"]+)\"[^\\n]*\\nwhen\\n(.*?)\\nthen\\n(.*?)\\nend", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("(?:(\\$\\w+) : )?(\\w+)\\((.*)\\)");
    private static final Pattern ACTION = Pattern.compile("findings\\.(\\w+)\\((.*)\\);");
    private static final Splitter COMMA = Splitter.on(',').trimResults();

    private RuleReader() {}

    static List<ShippedRule> read(String text) {
        List<ShippedRule> rules = new ArrayList<>();
        Matcher rule = RULE.matcher(text.replaceAll("(?m)^//.*\\n", ""));
        while (rule.find()) {
            Matcher action = matched(ACTION, rule.group(3).strip());
            rules.add(new ShippedRule(
                    rule.group(1),
                    rule.group(2)
                            .lines()
                            .map(String::strip)
                            .map(RuleReader::pattern)
                            .toList(),
                    action.group(1),
                    COMMA.splitToList(action.group(2))));
        }
        return rules;
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("`" + text + "` is not understood");
        }
        return matcher;
    }

    private static ShippedRule.Pattern pattern(String line) {
        Matcher matcher = matched(LINE, line);
        String variable = matcher.group(1);
        return new ShippedRule.Pattern(
                variable == null ? "" : variable, matcher.group(2), constraints(matcher.group(3)));
    }

    /** Parts between commas, but not between those inside parentheses. */
    private static List<String> constraints(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
