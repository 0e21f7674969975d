package io.citytwin.rules.internal.yaml;

import com.google.common.hash.HashCode;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.SyntaxTree.RuleNode;
import io.citytwin.rules.parameter.ParameterTree;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was read of a folder without mistakes, without what lies in its files anyway. Immutable.
 *
 * @param header regulation.yaml
 * @param parameters parameters.yaml
 * @param state state.yaml
 * @param rules rules.drl, parsed
 * @param spoilt names whose declaration is wrong
 * @param cases paths of the cases
 * @param hashes path to the hash of each file, hexadecimal
 * @param told warnings and open points
 * @param left those of them that were too many to keep
 * @param linked its rules, unless they have mistakes beside the folders of the same jar
 */
record CompiledFolder(
        Header header,
        ParameterTree parameters,
        StateSpec state,
        List<RuleNode> rules,
        Set<String> spoilt,
        List<String> cases,
        SortedMap<String, String> hashes,
        List<Told> told,
        int left,
        Optional<Linked> linked) {

    /**
     * A problem.
     *
     * @param code one of this module
     * @param severity never an error
     * @param place where
     * @param what what is wrong
     * @param advice what to do about it
     */
    record Told(RulesError code, Problem.Severity severity, Place place, String what, String advice) {

        static List<Told> of(List<Problem> problems) {
            return problems.stream()
                    .map(problem -> new Told(
                            RulesError.valueOf(((Enum<?>) problem.code()).name()),
                            problem.severity(),
                            problem.place(),
                            problem.what(),
                            problem.advice()))
                    .toList();
        }

        static List<Problem> problems(List<Told> told) {
            return told.stream()
                    .map(one -> new Problem(one.code, one.severity, one.place, one.what, one.advice))
                    .toList();
        }
    }

    /**
     * The rules.
     *
     * @param used alias to the hash of each folder that it uses
     * @param rules resolved
     * @param told warnings and open points
     */
    record Linked(SortedMap<String, String> used, List<Rule> rules, List<Told> told) {}

    /** What is kept of a folder that was read. */
    static CompiledFolder of(Draft draft) {
        Draft.Content content = draft.content().orElseThrow();
        SortedMap<String, String> hashes = new TreeMap<>();
        content.hashes().forEach((file, hash) -> hashes.put(file, hash.toString()));
        return new CompiledFolder(
                content.header(),
                content.parameters(),
                content.state(),
                content.rules(),
                content.spoilt(),
                List.copyOf(content.cases().keySet()),
                hashes,
                Told.of(draft.problems()),
                draft.left(),
                draft.linked().map(linked -> new Linked(linked.used(), linked.rules(), Told.of(linked.problems()))));
    }

    /**
     * What reading the folder would give.
     *
     * @param folder whose bytes are those that were read
     * @param hash of these bytes
     * @param types the asset types it was read with
     */
    Draft draft(RawFolder folder, String hash, AssetTypes types) {
        SortedMap<String, String> texts = new TreeMap<>();
        cases.forEach(file ->
                texts.put(file, new String(Objects.requireNonNull(folder.files().get(file)), StandardCharsets.UTF_8)));
        SortedMap<String, HashCode> each = new TreeMap<>();
        hashes.forEach((file, one) -> each.put(file, HashCode.fromString(one)));
        Draft.Content content = new Draft.Content(header, parameters, state, rules, true, spoilt, texts, each, hash);
        return new Draft(
                folder,
                types,
                Optional.of(content),
                Told.problems(told),
                left,
                Admission.FREE,
                false,
                linked.map(rules -> new LinkedRules(rules.used, rules.rules, Told.problems(rules.told))));
    }
}
