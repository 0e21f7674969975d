package io.citytwin.rules.internal.verify;

import io.citytwin.rules.internal.engine.Engines;
import io.citytwin.rules.internal.engine.Law;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.ExplainedCases;
import io.citytwin.rules.verify.Explanation;
import io.citytwin.rules.verify.ExplanationReport;
import java.util.ArrayList;
import java.util.List;

/** Explains what the cases of a regulation ask, side by side, and proves it by asking again. For one thread at a time. */
public final class CaseExplainer {

    private static final ExplanationReport NOTHING = new ExplanationReport(0, 0, 0, List.of(), 0, List.of());

    private final City city;
    private final Regulation regulation;
    private final Engines engines;

    /**
     * Explains the cases of the city's first regulation.
     *
     * @param city law and asset types
     */
    public CaseExplainer(City city) {
        this.city = city;
        this.regulation = city.main();
        this.engines = new Engines(new Law(city.regulations()), city.assets(), city.calendar());
    }

    /**
     * Explains all answers.
     *
     * @param each told of every one
     */
    public void answers(ExplainedCases.Named each) {
        cases().parallelStream().map(this::explained).forEachOrdered(explained -> tell(explained, each));
    }

    private static void tell(Explained explained, ExplainedCases.Named each) {
        explained.answers().forEach(answer -> each.take(explained.one().title(), answer));
    }

    private record Explained(Case one, List<Explanation> answers) {}

    private Explained explained(Case one) {
        return new Explained(one, proof(one).explanations());
    }

    /**
     * Explains and proves all answers and levels.
     *
     * @return what was proved
     */
    public ExplanationReport prove() {
        return cases().parallelStream()
                .map(one -> proof(one).report(explanation -> {}))
                .reduce(NOTHING, ExplanationReport::and);
    }

    /**
     * Explains and proves all answers and levels.
     *
     * @param each told of every answer's explanation, whatever was proved of it
     * @return what was proved
     */
    public ExplanationReport prove(ExplainedCases.Named each) {
        List<Proved> all = cases().parallelStream().map(this::proved).toList();
        all.forEach(proved -> tell(proved.explained(), each));
        return all.stream().map(Proved::report).reduce(NOTHING, ExplanationReport::and);
    }

    private record Proved(Explained explained, ExplanationReport report) {}

    private Proved proved(Case one) {
        List<Explanation> answers = new ArrayList<>();
        ExplanationReport report = proof(one).report(answers::add);
        return new Proved(new Explained(one, answers), report);
    }

    private CaseProof proof(Case one) {
        return new CaseProof(city, engines, one);
    }

    private List<Case> cases() {
        return regulation.cases().entrySet().stream()
                .flatMap(file -> new CaseReader(city)
                        .read(CaseRunner.folder(regulation) + file.getKey(), file.getValue()).stream())
                .toList();
    }
}
