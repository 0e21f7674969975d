package io.citytwin.rules.internal.grammar;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Words of DRL that rules may not use as names, or not at all, and what to do instead. Immutable. */
final class Words {

    /** Parts of a file besides rules. */
    static final Map<String, String> FILE_PARTS = Map.of(
            "package", "Maybe delete the line: the folder is the package.",
            "import", "Maybe delete the line: fact types need no import.",
            "global", "Maybe delete the line: `findings` is there without it.",
            "dialect", "Maybe delete the line: rules contain no other language.",
            "unit", "Maybe delete the line: units stand in parameters.yaml.",
            "function", "Maybe declare what it computes in state.yaml, as an indicator, a run or a level.",
            "declare", "Maybe declare it in state.yaml, or as a table in parameters.yaml.",
            "query", "Maybe write a case in cases/ that asks.",
            "template", "Maybe put what varies in a table in parameters.yaml.");

    /** The first word of each attribute that a rule can carry in DRL. */
    static final Map<String, String> ATTRIBUTES = attributes();

    /** What begins a condition and is no pattern. */
    static final Map<String, String> CONDITIONS = Map.of(
            "eval", "Maybe compare the properties inside a pattern, such as `Province( over >= levelFirstDays )`.",
            "accumulate", "Maybe declare the sum, mean or count as an indicator in state.yaml.",
            "collect", "Maybe declare the sum, mean or count as an indicator in state.yaml.",
            "forall", "Maybe use `not` with the opposite comparison.",
            "groupby", "Maybe declare the sum, mean or count as an indicator in state.yaml.");

    /** What stands between two values and is no comparison. */
    static final Map<String, String> COMPARISONS = Map.of(
            "matches", "Maybe declare the possible names as a list and use `in`.",
            "contains", "Maybe turn it round and use `in`.",
            "excludes", "Maybe turn it round and use `not in`.",
            "memberOf", "Maybe use `in`.",
            "soundslike", "Maybe declare the possible names as a list and use `in`.",
            "str", "Maybe declare the possible names as a list and use `in`.",
            "instanceof", "Maybe name the fact type of the pattern itself.");

    /** What a consequence may not do. */
    static final Map<String, String> STATEMENTS = statements();

    private Words() {}

    private static Map<String, String> attributes() {
        Map<String, String> advice = new HashMap<>();
        String priority = "Maybe set `priority` of the provision in regulation.yaml: rules have no order.";
        for (String word : Set.of("salience", "agenda", "activation", "ruleflow", "lock", "auto", "no", "enabled")) {
            advice.put(word, priority);
        }
        String dated = "Maybe set `from` and `last_day` of the provision in regulation.yaml.";
        for (String word : Set.of("date", "duration", "timer", "calendars")) {
            advice.put(word, dated);
        }
        advice.put("dialect", "Maybe delete it: rules contain no other language.");
        advice.put("extends", "Maybe repeat the conditions: each rule is read on its own.");
        return Map.copyOf(advice);
    }

    private static Map<String, String> statements() {
        Map<String, String> advice = new HashMap<>();
        String remembered = "Maybe declare what must be remembered in state.yaml: rules read it, never write it.";
        for (String word : Set.of("modify", "update", "insert", "insertLogical", "delete", "retract", "set", "undo")) {
            advice.put(word, remembered);
        }
        advice.put("new", "Maybe name a parameter: rules make no objects.");
        return Map.copyOf(advice);
    }
}
