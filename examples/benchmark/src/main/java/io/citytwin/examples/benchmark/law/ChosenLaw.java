package io.citytwin.examples.benchmark.law;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The shipped folders that all engines apply, whole. Immutable. */
public final class ChosenLaw {

    /** The folder that the levels belong to. */
    public static final String SMOG = "it.lombardia.antismog";

    /** All folders of which the engines apply every rule about the kinds of twins in the city. */
    public static final List<String> FOLDERS = List.of(
            SMOG,
            "it.lombardia.permanent",
            "it.lombardia.street-lighting",
            "it.nazionale.charging-points",
            "it.nazionale.grid-connection",
            "it.nazionale.heating",
            "it.nazionale.street-lighting",
            "it.nazionale.vehicle-classes");

    /** The states of the level, from the lowest. */
    public static final List<String> LEVELS = List.of("none", "first", "second");

    private static final LocalDate DAY = LocalDate.of(2026, 1, 20);
    private static final CivilCalendar CALENDAR = CivilCalendar.italy();

    private final RegulationBundle bundle;

    private ChosenLaw(RegulationBundle bundle) {
        this.bundle = bundle;
    }

    /** The law as shipped, read once. */
    public static ChosenLaw shipped() {
        return Shipped.LAW;
    }

    private static final class Shipped {
        private static final ChosenLaw LAW = new ChosenLaw(RegulationBundle.classpath());
    }

    /** Tuesday in winter, ten in the morning. */
    public static Instant morning() {
        return CALENDAR.at(DAY, java.time.LocalTime.of(10, 0));
    }

    /** Half an hour before midnight of the same day: no traffic hours, no hours for heating, the night of the grid. */
    public static Instant night() {
        return CALENDAR.at(DAY, java.time.LocalTime.of(23, 30));
    }

    /** The folders, for engines that take them as they are. */
    public List<Regulation> regulations() {
        Set<String> chosen = Set.copyOf(FOLDERS);
        return bundle.regulations().stream()
                .filter(regulation -> chosen.contains(regulation.id()))
                .toList();
    }

    /** A folder. */
    public Regulation regulation(String id) {
        return bundle.find(id).orElseThrow();
    }

    /** The text of a folder's rules. */
    public String rules(String id) {
        return new String(Objects.requireNonNull(bundle.files(id).get("rules.drl")), StandardCharsets.UTF_8);
    }

    /** What a folder says at a moment. */
    public LawSheet sheet(String id, Instant moment) {
        return new LawSheet(regulation(id), moment, CALENDAR);
    }

    /** The ids of the provisions that engines are compared on. */
    public Stream<String> provisions() {
        return FOLDERS.stream()
                .flatMap(id -> regulation(id).provisions().keySet().stream().map(name -> id + "/" + name));
    }
}
