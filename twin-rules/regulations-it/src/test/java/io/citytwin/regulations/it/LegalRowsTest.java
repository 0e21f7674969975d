package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.regulations.it.LegalRows.Row;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.regulation.Validity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every collected legal fact stands in a folder by its row id, or is excused. */
class LegalRowsTest {

    /** Sections in which nothing is excused. */
    private static final Set<String> WITHOUT_EXCUSE = Set.of("A1", "A2", "A3", "B1", "B2", "B3", "B4", "B6", "C1");

    /** Why a row may stand in no folder; the list is closed. */
    private enum Excuse {
        /** Tells of something and orders nothing. */
        DESCRIPTIVE,
        /** No twin carries what it is about. */
        NO_TWIN,
        /** Another row of the same fact took its place before anything could be asked. */
        SUPERSEDED,
        /** A figure of the demonstration, not of law. */
        DEMO_FIGURE
    }

    private static final Map<String, Excuse> EXCUSED = new TreeMap<>(Map.ofEntries(
            Map.entry("afir.class", Excuse.DESCRIPTIVE),
            Map.entry("afir.fleet", Excuse.NO_TWIN),
            Map.entry("afir.tent", Excuse.NO_TWIN),
            Map.entry("gr.cir", Excuse.DESCRIPTIVE),
            Map.entry("lt.lr31.daie", Excuse.DESCRIPTIVE),
            Map.entry("dpr59", Excuse.DESCRIPTIVE),
            // No law: what this library does with plates itself, which PlatePrivacyTest proves.
            Map.entry("lib.plate.compliant", Excuse.DESCRIPTIVE),
            Map.entry("lib.plate.counter", Excuse.DESCRIPTIVE),
            // The worst part of a country's buildings, and the mean of its homes.
            Map.entry("epbd.meps", Excuse.NO_TWIN),
            Map.entry("epbd.resPath", Excuse.NO_TWIN),
            // A recommendation on the choice of a base year.
            Map.entry("cc.baselineRule", Excuse.DESCRIPTIVE),
            Map.entry("tape.actions", Excuse.DESCRIPTIVE),
            Map.entry("tape.money", Excuse.DESCRIPTIVE),
            Map.entry("tape.2017.bldg", Excuse.DESCRIPTIVE),
            Map.entry("ud.kpi", Excuse.DESCRIPTIVE),
            // Rates of a state, and of a catchment area of waste.
            Map.entry("wa.rec", Excuse.NO_TWIN),
            Map.entry("wa.rd", Excuse.NO_TWIN)));

    private static final Set<String> DEMO_FIGURES = Set.of(
            "sc.area",
            "sc.ret.private",
            "sc.ret.public",
            "sc.ret.saving.heat",
            "sc.ret.saving.el",
            "sc.ret.first",
            "sc.lamps",
            "sc.cp",
            "sc.cp.rapid",
            "sc.bays",
            "sc.ecars",
            "sc.ebikes",
            "sc.stations",
            "sc.elog",
            "sc.usp",
            "sc.sems",
            "sc.tech",
            "sc.budget",
            "sc.time",
            "mi.5g");

    static {
        DEMO_FIGURES.forEach(id -> EXCUSED.put(id, Excuse.DEMO_FIGURE));
    }

    /** What folders say of a row: each value, and each row of a table with dates of its own. */
    private static Map<String, List<Confidence>> cited() {
        return RegulationBundle.classpath().regulations().stream()
                .flatMap(regulation -> regulation.parameters().byName().values().stream())
                .flatMap(parameter -> parameter.values().stream())
                .flatMap(LegalRowsTest::validities)
                .flatMap(validity -> validity.rows().stream().map(row -> Map.entry(row, validity.confidence())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Stream<Validity> validities(DatedValue dated) {
        Stream<Validity> ofRows = dated.value() instanceof LawValue.OfTable table
                ? table.rows().stream().map(LawValue.Row::validity).flatMap(Optional::stream)
                : Stream.of();
        return Stream.concat(Stream.of(dated.validity()), ofRows);
    }

    private static SortedSet<String> ids(Stream<Row> rows) {
        return rows.map(Row::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyRowStandsInAFolderOrIsExcused() throws IOException {
        SortedSet<String> missing = ids(LegalRows.read().stream());
        assertThat(missing).isNotEmpty();
        missing.removeAll(cited().keySet());
        missing.removeAll(EXCUSED.keySet());
        assertThat(missing).isEmpty();
    }

    @Test
    void noExcuseIsStaleOrStandsWhereNoneIsAllowed() throws IOException {
        List<Row> rows = LegalRows.read();
        assertThat(EXCUSED.keySet()).doesNotContainAnyElementsOf(cited().keySet());
        assertThat(EXCUSED.keySet())
                .doesNotContainAnyElementsOf(ids(rows.stream().filter(row -> WITHOUT_EXCUSE.contains(row.section()))));
        assertThat(rows.stream().map(Row::id)).containsAll(EXCUSED.keySet());
    }

    @Test
    void noFolderCitesARowThatDoesNotExist() throws IOException {
        assertThat(ids(LegalRows.read().stream())).containsAll(cited().keySet());
    }

    /** A fact that was recalled and never read is marked where it stands; of one that was read in part, that part may not be. */
    @Test
    void whatWasOnlyRecalledStaysMarked() throws IOException {
        Map<String, List<Confidence>> cited = cited();
        Map<String, List<Row>> byId = LegalRows.read().stream().collect(Collectors.groupingBy(Row::id));
        byId.values()
                .removeIf(
                        rows -> !rows.stream().allMatch(row -> row.confidence().equals("RECALLED")));
        assertThat(byId).isNotEmpty();
        byId.keySet().retainAll(cited.keySet());
        assertThat(byId.keySet()).allSatisfy(id -> assertThat(cited.get(id)).anyMatch(Confidence::doubtful));
    }
}
