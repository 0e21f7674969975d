package io.citytwin.regulations.it;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Justification;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.regulation.Regulation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The same twins are asked in two cities over eleven years. Each line of the table was checked by hand against the folders and
 * the facts that they cite; what nobody read is named.
 */
class SameTwinTwoCitiesTest {

    private static final String TABLE = "same-twin-two-cities.txt";
    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final List<Regulation> LAW = RegulationBundle.classpath().regulations();

    /** Working Wednesdays of the seasons of both regions and of heating, at ten; those after the last reading show planned law. */
    private static final List<LocalDate> DAYS = Stream.of(
                    "2019-11-13", "2022-11-16", "2024-11-13", "2026-11-18", "2030-11-13")
            .map(LocalDate::parse)
            .toList();

    /**
     * A city with a centre that has gates.
     *
     * @param name of its town
     * @param places its areas, from the outside in
     * @param codes of these and of the state
     * @param level the smog level of its region, of which nothing is announced but that there is none
     * @param leveled the area that has this level
     */
    private record City(String name, List<Twin> places, Set<String> codes, String level, TwinId leveled) {

        /** The zones around the centre. */
        Set<TwinId> ground() {
            return placed("Zone").filter(zone -> !zone.name().equals("centre")).collect(Collectors.toSet());
        }

        Set<TwinId> centre() {
            return placed("Zone").collect(Collectors.toSet());
        }

        private Stream<TwinId> placed(String type) {
            return places.stream()
                    .filter(place -> place.type().name().equals(type))
                    .map(Twin::id);
        }
    }

    private static final City MILAN = new City(
            "Milan",
            List.of(
                    TYPES.twin("xx:region", "Region").withAll("code=IT-25"),
                    TYPES.twin("xx:province", "Province").withAll("region=xx:region"),
                    TYPES.twin("xx:town", "Municipality")
                            .withAll("code=IT-015146 province=xx:province population=1350000 agglomeration=true"
                                    + " volunteer=false trafficBand=1 degreeDays=2404"),
                    TYPES.twin("xx:low-emission", "Zone").withAll("code=IT-015146-B place=xx:town"),
                    TYPES.twin("xx:centre", "Zone").withAll("code=IT-015146-C place=xx:town")),
            Set.of("IT", "IT-25", "IT-015146", "IT-015146-B", "IT-015146-C"),
            "it.lombardia.antismog/Level",
            TwinId.of("xx:province"));

    private static final City TURIN = new City(
            "Turin",
            List.of(
                    TYPES.twin("xx:region", "Region").withAll("code=IT-21"),
                    TYPES.twin("xx:province", "Province").withAll("region=xx:region"),
                    TYPES.twin("xx:town", "Municipality")
                            .withAll("code=IT-001272 province=xx:province population=850000 agglomeration=true"
                                    + " volunteer=false degreeDays=2617"),
                    TYPES.twin("xx:centre", "Zone").withAll("code=IT-001272-CENTRALE place=xx:town")),
            Set.of("IT", "IT-21", "IT-001272", "IT-001272-CENTRALE"),
            "it.piemonte.antismog/Level",
            TwinId.of("xx:town"));

    /**
     * What is asked of the same twins everywhere.
     *
     * @param what as the table calls it
     * @param question the same for both cities
     */
    private record Asked(String what, Question question) {}

    private static final List<Asked> ASKED = List.of(
            new Asked("a diesel car, Euro 4 without filter, moves", Question.may(TwinId.of("xx:car"), "circulate")),
            new Asked("the car enters the centre", Question.passage(TwinId.of("xx:car"), TwinId.of("xx:gate"))),
            new Asked("a diesel van, Euro 5, moves", Question.may(TwinId.of("xx:van"), "circulate")),
            new Asked("a petrol moped of two strokes, Euro 1, moves", Question.may(TwinId.of("xx:moped"), "circulate")),
            new Asked("an electric car moves", Question.may(TwinId.of("xx:electric"), "circulate")),
            new Asked(
                    "the electric car enters the centre",
                    Question.passage(TwinId.of("xx:electric"), TwinId.of("xx:gate"))),
            new Asked(
                    "the electric car drives to a bay in the centre",
                    Question.drive(TwinId.of("xx:electric"), TwinId.of("xx:bay"))),
            new Asked("a plant burns oil", Question.may(TwinId.of("xx:plant"), "operate")),
            new Asked("a flat is at 21.5 degC", Question.limits(TwinId.of("xx:flat"), "indoorTemperature")),
            new Asked("a home's envelope is renewed, walls 0.29 W/m2K", Question.may(TwinId.of("xx:home"), "build")),
            new Asked("a home of ratio 1.01 is certified as A1", Question.may(TwinId.of("xx:home"), "certify")),
            new Asked("a lamp post M3 that lights the sky is put up", Question.may(TwinId.of("xx:lamp"), "install")),
            new Asked(
                    "a charge point open to all, its data not shared, runs",
                    Question.may(TwinId.of("xx:point"), "operate")));

    /** The same in both cities: `xx:town` is the one or the other. */
    private static List<Twin> twins(City city) {
        TreeSet<TwinId> ground = new TreeSet<>(city.ground());
        TreeSet<TwinId> centre = new TreeSet<>(city.centre());
        return List.of(
                TYPES.twin("xx:elsewhere", "Municipality").withAll("province=xx:province population=9000"),
                TYPES.twin("xx:gate", "Gate")
                        .withAll("place=xx:town zone=xx:centre reserved=false")
                        .in(ground),
                TYPES.twin("xx:bay", "ParkingBay").withAll("place=xx:town").in(centre),
                TYPES.twin("xx:home", "Building")
                        .withAll("place=xx:town owner=private use=dwelling heatingZone=E floorArea=400 works=major"
                                + " wallTransmittance=0.29 roofTransmittance=0.20 floorTransmittance=0.20"
                                + " windowTransmittance=1.2 energyClass=A1 energyRatio=1.01 renewableShare=0"),
                TYPES.twin("xx:plant", "HeatingPlant")
                        .withAll("building=xx:home source=oil ratedPower=80 condensing=false hoursToday=4"),
                TYPES.twin("xx:flat", "BuildingUnit")
                        .withAll("building=xx:home place=xx:town use=dwelling indoorTemperature=21.5"),
                TYPES.twin("xx:lamp", "LampPost")
                        .withAll("place=xx:town lightingClass=M3 luminance=1.1 upwardLight=true purpose=street"
                                + " owner=public"),
                TYPES.twin("xx:station", "ChargingStation").withAll("place=xx:town contractedPower=50 mainRoad=false"),
                TYPES.twin("xx:point", "Evse")
                        .withAll("station=xx:station openToAll=true older=false ratedPower=22 adHoc=true payCode=true"
                                + " cardReader=false contactless=false smart=true energyPrice=true sessionPrice=false"
                                + " pricesInOrder=true dataShared=false dataModel=true dataDelay=12"));
    }

    /** So are these. */
    private static List<Twin> vehicles(City city) {
        TreeSet<TwinId> ground = new TreeSet<>(city.ground());
        String plain =
                "place=xx:town service=private registered=false kilometreScheme=false disabledBadge=false length=4.5 ";
        return List.of(
                TYPES.twin("xx:car", "Vehicle")
                        .withAll(plain + "category=M1 fuel=diesel euro=4 dpf=none home=xx:elsewhere holder=one")
                        .in(ground),
                TYPES.twin("xx:van", "Vehicle")
                        .withAll(plain + "category=N1 fuel=diesel euro=5 dpf=factory home=xx:elsewhere holder=two"
                                + " dangerousGoods=none")
                        .in(ground),
                TYPES.twin("xx:moped", "Vehicle")
                        .withAll(
                                plain + "category=L1e fuel=petrol euro=1 twoStroke=true home=xx:elsewhere holder=three")
                        .in(ground),
                TYPES.twin("xx:electric", "Vehicle")
                        .withAll(plain + "category=M1 fuel=electric dpf=none home=xx:elsewhere holder=four")
                        .in(ground));
    }

    /** Each question's line, asked of a city as it is on a day. */
    private static Map<Asked, String> lines(City city, LocalDate day) {
        try (RegulationEngine engine =
                RegulationEngine.builder().regulations(LAW).build()) {
            engine.put(city.places().toArray(Twin[]::new));
            engine.put(twins(city).toArray(Twin[]::new));
            engine.put(vehicles(city).toArray(Twin[]::new));
            engine.announce(city.leveled(), city.level(), "none", day);
            AsOf ten = AsOf.at(day + "T10:00+01:00");
            Map<Asked, String> lines = new LinkedHashMap<>();
            ASKED.forEach(asked -> lines.put(asked, line(city, day, engine.decide(asked.question(), ten))));
            return lines;
        }
    }

    private static String line(City city, LocalDate day, Decision decision) {
        String fee = decision.question() instanceof Question.Passage && decision.outcome() == Decision.Outcome.ALLOWED
                ? " for " + decision.fee().map(Quantity::toString).orElse("an unknown fee")
                : "";
        return city.name() + " " + day + " " + decision.outcome() + fee + ": "
                + String.join("; ", law(decision, city, day));
    }

    /** What a person would look up: who decided, what was not read, or who says nothing against it. */
    private static List<String> law(Decision decision, City city, LocalDate day) {
        if (decision.outcome() == Decision.Outcome.UNKNOWN) {
            SortedMap<String, List<String>> cells = new TreeMap<>(
                    decision.unknown().stream().collect(Collectors.groupingBy(cell -> unread(cell, city, day))));
            return cells.entrySet().stream()
                    .map(of -> String.join(", ", of.getValue()) + of.getKey())
                    .toList();
        } else if (!decision.findings().isEmpty()) {
            return decision.findings().stream()
                    .map(SameTwinTwoCitiesTest::told)
                    .sorted()
                    .toList();
        }
        SortedMap<String, LocalDate> silent = new TreeMap<>();
        decision.notApplied().stream()
                .filter(not -> !not.failed().equals(Decision.NotApplied.OUTSIDE))
                .map(Decision.NotApplied::provision)
                .filter(provision -> provision.inForceOn(day))
                .forEach(provision ->
                        silent.merge(provision.regulation(), provision.since(), BinaryOperator.minBy(naturalOrder())));
        return silent.isEmpty()
                ? List.of("no law that was read speaks of it")
                : List.of("no ban in "
                        + silent.entrySet().stream()
                                .map(asked -> asked.getKey() + " (since " + asked.getValue() + ")")
                                .collect(Collectors.joining(", ")));
    }

    private static String told(Finding finding) {
        SortedMap<String, DatedValue> newest = new TreeMap<>();
        finding.why().law().stream()
                .map(Justification.LawReading::dated)
                // What nobody read did not decide.
                .filter(value -> !(value.value() instanceof LawValue.NotRead))
                .forEach(value -> newest.merge(
                        value.source().toString(),
                        value,
                        BinaryOperator.maxBy(comparing(DatedValue::from)
                                .thenComparing(one -> one.sureness().doubtful()))));
        return finding.provision().id() + " ["
                + newest.values().stream().map(SameTwinTwoCitiesTest::dated).collect(Collectors.joining(", ")) + "]";
    }

    private static String dated(DatedValue value) {
        return value.source() + " from " + value.from()
                + value.lastDay().map(last -> " to " + last).orElse("")
                + (value.sureness().doubtful() ? " " + value.sureness().label() : "");
    }

    /** Which law of this place that nobody read has the name; nothing if it is a value of the twin. */
    private static String unread(String cell, City city, LocalDate day) {
        List<String> places = LAW.stream()
                .filter(regulation -> city.codes().contains(regulation.jurisdiction()))
                .flatMap(regulation -> regulation.parameters().find(cell).stream()
                        .flatMap(parameter -> parameter.at(day, day).stream())
                        .filter(value -> value.value() instanceof LawValue.NotRead)
                        .map(value -> regulation.id() + " [" + dated(value) + "]"))
                .toList();
        return places.isEmpty() ? "" : " of " + String.join(" and ", places);
    }

    @Test
    void eachAnswerNamesTheLawOfItsCityAndDay() throws IOException {
        Map<Asked, List<String>> actual = new LinkedHashMap<>();
        for (City city : List.of(MILAN, TURIN)) {
            for (LocalDate day : DAYS) {
                lines(city, day)
                        .forEach((asked, line) -> actual.computeIfAbsent(asked, one -> new ArrayList<>())
                                .add(line));
            }
        }
        String told = ASKED.stream()
                .map(asked -> "# " + asked.what() + "\n" + String.join("\n", actual.get(asked)))
                .collect(Collectors.joining("\n\n"));
        assertThat(told).isEqualTo(table());
    }

    private static String table() throws IOException {
        try (InputStream in = SameTwinTwoCitiesTest.class.getResourceAsStream(TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
