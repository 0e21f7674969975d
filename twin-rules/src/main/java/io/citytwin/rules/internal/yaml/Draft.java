package io.citytwin.rules.internal.yaml;

import com.google.common.hash.HashCode;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.internal.grammar.SyntaxTree.RuleNode;
import io.citytwin.rules.parameter.ParameterTree;
import io.citytwin.rules.register.StateSpec;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder read as far as that goes without looking at other folders. Immutable.
 *
 * @param folder the bytes that were read
 * @param types the asset types it was read with
 * @param content what it holds; empty if its regulation.yaml cannot be read
 * @param problems found in it so far
 * @param left problems that were too many to keep
 * @param admission what the host lets it do
 * @param isTwin whether another folder of its layer has the same id, and comes first
 * @param linked its rules, if it is known what they are beside some other folders
 */
record Draft(
        RawFolder folder,
        AssetTypes types,
        Optional<Content> content,
        List<Problem> problems,
        int left,
        Admission admission,
        boolean isTwin,
        Optional<LinkedRules> linked) {

    /** Copies the problems. */
    Draft {
        problems = List.copyOf(problems);
    }

    boolean isBroken() {
        return content.isEmpty() || problems.stream().anyMatch(one -> one.severity() == Problem.Severity.ERROR);
    }

    Draft twin(List<Problem> more) {
        return new Draft(folder, types, content, more, left, admission, true, linked);
    }

    /** The same folder, of which its rules are known. */
    Draft with(LinkedRules known) {
        return new Draft(folder, types, content, problems, left, admission, isTwin, Optional.of(known));
    }

    String path() {
        return folder.path();
    }

    String id() {
        return content.map(one -> one.header().id().text()).orElse("");
    }

    /**
     * What a folder holds.
     *
     * @param header regulation.yaml
     * @param parameters parameters.yaml
     * @param state state.yaml
     * @param rules rules.drl, parsed
     * @param rulesRead whether each rule of rules.drl could at least be named
     * @param spoilt names whose declaration is wrong, so that uses of them are not reported as well
     * @param cases path inside the folder to text
     * @param hashes path inside the folder to the hash of the file
     * @param hash of all bytes
     */
    record Content(
            Header header,
            ParameterTree parameters,
            StateSpec state,
            List<RuleNode> rules,
            boolean rulesRead,
            Set<String> spoilt,
            SortedMap<String, String> cases,
            SortedMap<String, HashCode> hashes,
            String hash) {

        /** Copies the collections. */
        Content {
            rules = List.copyOf(rules);
            spoilt = Set.copyOf(spoilt);
            cases = Collections.unmodifiableSortedMap(new TreeMap<>(cases));
            hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
        }
    }
}
