package io.citytwin.rules.internal.verify;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.NearestName;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.yaml.Node;
import io.citytwin.rules.regulation.Place;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Says what is wrong in a case, and where. For one thread at a time. */
public final class Complaints {

    private static final int LONGEST = 60;

    private final Consumer<Problem> problems;
    private boolean twinsSpoilt;

    /**
     * Complains to somebody.
     *
     * @param problems told of everything wrong
     */
    public Complaints(Consumer<Problem> problems) {
        this.problems = problems;
    }

    Consumer<Problem> problems() {
        return problems;
    }

    void error(RulesError code, Place place, String what, String advice) {
        problems.accept(Problem.error(code, place, what, advice));
    }

    /** A given twin cannot be understood: what names twins may mean this one. */
    void spoilTwins() {
        twinsSpoilt = true;
    }

    /** A twin that is not given, unless that was complained of already. */
    void unknownTwin(Node.Scalar name, String kind, Collection<String> given) {
        if (!twinsSpoilt) {
            error(
                    RulesError.UNKNOWN_NAME,
                    name.place(),
                    quoted(name.text()) + " is not " + kind + ".",
                    given.isEmpty() ? "Maybe add it to `given`." : maybe(name.text(), given));
        }
    }

    /** A name that nothing declares. */
    void unknown(Node.Scalar name, String kind, Collection<String> known) {
        error(
                RulesError.UNKNOWN_NAME,
                name.place(),
                quoted(name.text()) + " is not " + kind + ".",
                maybe(name.text(), known));
    }

    /** A value of another kind than the key needs. */
    void form(Node node, String what, String advice) {
        error(RulesError.CASE, node.place(), what, advice);
    }

    /** Complains of keys that mean nothing here. */
    void keys(Node.Mapping mapping, Collection<String> known) {
        mapping.entries().stream()
                .filter(entry -> !known.contains(entry.key().text()))
                .forEach(entry -> error(
                        RulesError.CASE,
                        entry.key().place(),
                        quoted(entry.key().text()) + " is not a key here.",
                        maybe(entry.key().text(), known)));
    }

    /** What the core reads, with its complaint put at a place of the case. */
    <T> Optional<T> reading(Place place, Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (CityTwinException refused) {
            error(RulesError.CASE, place, refused.problem(), refused.advice());
            return Optional.empty();
        }
    }

    /** A word, number or text; complains of lists and mappings. */
    Optional<Node.Scalar> scalar(Node node, String example) {
        if (node instanceof Node.Scalar scalar && !scalar.text().isEmpty()) {
            return Optional.of(scalar);
        }
        form(node, "One value must stand here.", "Maybe " + example + ".");
        return Optional.empty();
    }

    /** Keys with values; complains of everything else. */
    Optional<Node.Mapping> mapping(Node node, String example) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        form(node, "Keys with values must stand here.", "Maybe `" + example + "`.");
        return Optional.empty();
    }

    static String maybe(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return "Maybe declare it first: nothing of this kind is declared.";
        }
        Optional<String> near = word.length() > LONGEST ? Optional.empty() : NearestName.to(word, known);
        return near.map(name -> "Maybe `" + name + "`.").orElse("Maybe one of " + String.join(", ", known) + ".");
    }

    static String quoted(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return "`" + start.replaceAll("[\\p{Cntrl}`]", " ") + "`";
    }
}
