package io.citytwin.rules.internal.verify;

import io.citytwin.rules.Question;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.internal.yaml.Node;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One question with what is given, as a case file without expectations. Immutable.
 *
 * @param given twins and inputs
 * @param question what is asked
 * @param at the moment it is about
 * @param clocks law and knowledge
 */
public record AskFile(Scenario given, Question question, Instant at, Clocks clocks) {

    static final List<String> KEYS =
            List.of("case", "cites", "at", "law", "known", "hindsight", "given", "passed", "ask", "expect", "variants");

    /**
     * Reads a question; what a case file has besides is passed over.
     *
     * @param root of the file
     * @param city law and asset types
     * @param problems told of everything wrong
     * @return the question, or empty if anything is wrong
     */
    public static Optional<AskFile> read(Node.Mapping root, City city, Consumer<Problem> problems) {
        AtomicBoolean wrong = new AtomicBoolean();
        Complaints complaints = new Complaints(problem -> {
            wrong.set(true);
            problems.accept(problem);
        });
        GivenFile file = GivenFile.read(root, city, complaints);
        Scenario given = file.given();
        Optional<Instant> at =
                root.scalar("at").flatMap(text -> new CivilTimes(complaints, city.calendar()).instant(text));
        if (root.scalar("at").isEmpty()) {
            complaints.form(root, "`at` is missing.", "Maybe `at: 2026-01-18 10:00`.");
        }
        Optional<Question> question =
                root.get("ask").flatMap(ask -> new AskReader(complaints, given.named()).read(ask));
        if (root.get("ask").isEmpty()) {
            complaints.form(root, "`ask` is missing.", "Maybe `ask: {twin: Vehicle/v, may: circulate}`.");
        }
        return wrong.get() || question.isEmpty() || at.isEmpty()
                ? Optional.empty()
                : Optional.of(new AskFile(given, question.get(), at.get(), file.clocks()));
    }

    /**
     * A file with other keys on top.
     *
     * @param file lies below
     * @param above its keys win; keys below them are merged
     * @return both
     */
    public static Node.Mapping over(Node.Mapping file, Node.Mapping above) {
        return (Node.Mapping) Merge.deep(file, above);
    }
}
