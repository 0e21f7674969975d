package io.citytwin.rules.internal.verify;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.internal.yaml.Node;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What a case file gives, whatever it asks. Immutable.
 *
 * @param given twins and inputs
 * @param clocks law and knowledge
 */
public record GivenFile(Scenario given, Clocks clocks) {

    /**
     * Reads what is given; everything else is passed over.
     *
     * @param root of the file
     * @param city law and asset types
     * @param problems told of everything wrong
     * @return what is given, or empty if anything is wrong
     */
    public static Optional<GivenFile> read(Node.Mapping root, City city, Consumer<Problem> problems) {
        AtomicBoolean wrong = new AtomicBoolean();
        Complaints complaints = new Complaints(problem -> {
            wrong.set(true);
            problems.accept(problem);
        });
        GivenFile file = read(root, city, complaints);
        return wrong.get() ? Optional.empty() : Optional.of(file);
    }

    static GivenFile read(Node.Mapping root, City city, Complaints complaints) {
        complaints.keys(root, AskFile.KEYS);
        Scenario twins = new GivenReader(city, complaints).read(root.mapping("given"));
        Scenario given = twins.with(new PassedReader(city, complaints, twins.named()).read(root.items("passed")));
        return new GivenFile(given, Clocks.read(root, complaints, city));
    }
}
