package io.citytwin.rules.internal.yaml;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.RuleParser;
import io.citytwin.rules.internal.grammar.SyntaxTree.RuleNode;
import io.citytwin.rules.parameter.ParameterTree;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Place;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads one folder as far as that goes without looking at other folders. For one thread at a time. */
final class FolderReader {

    static final String STATE = "state.yaml";
    static final String RULES = "rules.drl";
    private static final String PARAMETERS = "parameters.yaml";
    private static final String CASES = "cases/";
    private static final List<String> KNOWN =
            List.of(RawFolder.REGULATION, PARAMETERS, STATE, RULES, RawFolder.SIGNATURE);
    private static final List<String> OURS = List.of(".yaml", ".yml", ".drl", ".csv");

    private final FolderReading reading;
    private boolean rulesRead = true;

    private FolderReader(FolderReading reading) {
        this.reading = reading;
    }

    /** Without limits. */
    static Draft read(RawFolder folder, AssetTypes types) {
        return read(folder, types, Gate.OPEN);
    }

    static Draft read(RawFolder folder, AssetTypes types, Gate gate) {
        FolderReading reading = new FolderReading(folder, types);
        Optional<String> signer = gate.signer(reading);
        Optional<Draft.Content> content = new FolderReader(reading).content();
        Admission admission = gate.admit(folder, content, signer);
        return new Draft(
                folder, types, content, reading.problems(), reading.left(), admission, false, Optional.empty());
    }

    private Optional<Draft.Content> content() {
        if (reading.folder().files().isEmpty()) {
            // Nothing but files that cannot be read.
            return Optional.empty();
        }
        if (!has(RawFolder.REGULATION)) {
            missing(RawFolder.REGULATION);
            return Optional.empty();
        }
        strangers();
        Optional<Header> header = mapping(RawFolder.REGULATION, SchemaCheck.REGULATION)
                .map(root -> new HeaderReader(reading, root).read());
        Optional<Node.Mapping> state = has(STATE) ? mapping(STATE, SchemaCheck.STATE) : Optional.of(empty(STATE));
        Lists lists = Lists.of(reading, state);
        Optional<ParameterTree> parameters = has(PARAMETERS)
                ? mapping(PARAMETERS, SchemaCheck.PARAMETERS)
                        .map(root -> new ParameterReader(
                                        reading, header.map(Header::sources).orElse(new TreeMap<>()), lists)
                                .read(root))
                : missing(PARAMETERS);
        ParameterTree tree = parameters.orElse(new ParameterTree(new TreeMap<>()));
        Optional<StateSpec> spec = state.filter(root -> parameters.isPresent())
                .map(root -> new StateReader(reading, root, lists, tree).read());
        unusedTables();
        List<RuleNode> rules = rules();
        SortedMap<String, String> cases = cases();
        if (header.isEmpty() || spec.isEmpty() || parameters.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Draft.Content(
                header.get(),
                tree,
                spec.get(),
                rules,
                rulesRead,
                reading.spoiltNames(),
                cases,
                reading.folder().hashes(),
                reading.folder().hash()));
    }

    private boolean has(String file) {
        return reading.folder().files().containsKey(file);
    }

    private Node.Mapping empty(String file) {
        return new Node.Mapping(List.of(), start(file));
    }

    private Place start(String file) {
        return new Place(reading.folder().place(file), 1, 1);
    }

    private <T> Optional<T> missing(String file) {
        // A file that could not be read was reported already.
        Place place = start(file);
        if (reading.problems().stream().noneMatch(problem -> problem.place().equals(place))) {
            reading.error(
                    RulesError.FILE,
                    place,
                    "The folder has no `" + file + "`.",
                    "Maybe it has another name; an empty file says that there is nothing to declare.");
        }
        return Optional.empty();
    }

    private Optional<Node.Mapping> mapping(String file, SchemaCheck schema) {
        Optional<Node.Mapping> root = mapping(file);
        root.ifPresent(node -> schema.check(node, reading::report));
        return root;
    }

    private Optional<Node.Mapping> mapping(String file) {
        Optional<Node> root = TextFile.read(reading, file)
                .flatMap(text -> YamlReader.read(reading.folder().place(file), text, reading::report));
        if (root.isPresent() && root.get() instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        root.ifPresent(node -> reading.error(
                RulesError.SCHEMA, node.place(), "The file does not consist of keys.", "Maybe `key: value`."));
        return Optional.empty();
    }

    private List<RuleNode> rules() {
        if (!has(RULES)) {
            return List.of();
        }
        Optional<String> text = TextFile.read(reading, RULES);
        List<RuleNode> rules = text.map(drl -> RuleParser.parse(reading.folder().place(RULES), drl, this::syntax))
                .orElse(List.of());
        rulesRead &= text.isPresent();
        return rules;
    }

    private void syntax(Problem problem) {
        rulesRead &= problem.code() != RulesError.SYNTAX;
        reading.report(problem);
    }

    private SortedMap<String, String> cases() {
        SortedMap<String, String> cases = new TreeMap<>();
        for (String file : reading.folder().files().keySet()) {
            if (isCase(file) && mapping(file).isPresent()) {
                TextFile.read(reading, file).ifPresent(text -> cases.put(file, text));
            }
        }
        return cases;
    }

    private static boolean isCase(String file) {
        return file.startsWith(CASES) && file.endsWith(".yaml");
    }

    /** Files that look as if they should be read, and are not. */
    private void strangers() {
        for (String file : reading.folder().files().keySet()) {
            boolean known =
                    KNOWN.contains(file) || isCase(file) || (file.startsWith(Tables.FOLDER) && file.endsWith(".csv"));
            if (!known && OURS.stream().anyMatch(file::endsWith)) {
                String advice = Words.nearest(file, KNOWN)
                        .map(near -> "Maybe `" + near + "`.")
                        .orElse("Maybe tables belong into tables/ as .csv, cases into cases/ as .yaml.");
                String what = Words.quoted(file) + " is not a file of a regulation folder.";
                reading.error(RulesError.FILE, start(file), what, advice);
            }
        }
    }

    private void unusedTables() {
        for (String file : reading.folder().files().keySet()) {
            if (file.startsWith(Tables.FOLDER) && file.endsWith(".csv") && !reading.isUsed(file)) {
                reading.report(new Problem(
                        RulesError.TABLE,
                        Problem.Severity.WARNING,
                        start(file),
                        "No value in parameters.yaml names this table.",
                        "Maybe remove it, or add a value with `table: " + file.substring(Tables.FOLDER.length())
                                + "`."));
            }
        }
    }
}
