package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.StandingFindings;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Standing findings from tables of classes, one for each group of rules and type of twin. For one thread at a time. */
public final class ClassTables implements StandingFindings {

    private final Law law;
    private final Scenes scenes;
    private final LawTurns turns;
    private final Function<Instant, Moment> moments;
    private final CityRows city;
    private final Placement placement;
    private final ToldLevels levels;
    private final List<ClassTable> tables;
    private final List<ClassTable> stale = new ArrayList<>();
    private Instant turn = Instant.MIN;

    /**
     * An empty city.
     *
     * @param regulations the whole law, with all regulations that are used
     * @param assets all types that twins may have
     * @param calendar time zone and holidays
     * @param start the city's time
     */
    public ClassTables(Collection<Regulation> regulations, AssetTypes assets, CivilCalendar calendar, Instant start) {
        this(new Law(List.copyOf(Laws.whole(regulations).values())), assets, calendar, start, new ToldRegisters());
    }

    /** Under a law that others may apply as well. */
    ClassTables(Law law, AssetTypes assets, CivilCalendar calendar, Instant start, Registers registers) {
        this(
                new Asked(
                        law,
                        new Scenes(law, assets),
                        registers,
                        at -> Moment.of(at, LocalDate.MAX, Instant.MAX, calendar),
                        new Topic.OfAll(),
                        ClassTables::isAsked),
                assets,
                calendar,
                start);
    }

    /**
     * What is asked.
     *
     * @param law whose rules
     * @param scenes what is remembered of the law
     * @param registers what the engine keeps
     * @param moments what is seen at an instant
     * @param says what rules may say to matter
     * @param about which rules are asked about twins of which type
     */
    record Asked(
            Law law,
            Scenes scenes,
            Registers registers,
            Function<Instant, Moment> moments,
            Topic.Says says,
            BiPredicate<Rule, AssetType> about) {}

    ClassTables(Asked asked, AssetTypes assets, CivilCalendar calendar, Instant start) {
        this.law = asked.law();
        this.scenes = asked.scenes();
        this.moments = asked.moments();
        this.turns = new LawTurns(law.regulations().toList(), calendar);
        this.placement = new Placement(assets, asked.registers(), moments.apply(start));
        this.city = placement.city();
        this.levels = new ToldLevels(law, placement, asked.registers());
        this.tables = new TableMaker(asked, assets, placement).make(stale);
        goOn(start);
    }

    private static boolean isAsked(Rule rule, AssetType type) {
        return rule.conditions().get(rule.action().subject()).type().name().equals(type.name());
    }

    @Override
    public int put(Twin twin) {
        return placement.put(twin, true);
    }

    @Override
    public int see(Twin twin) {
        return placement.put(twin, false);
    }

    @Override
    public void follow(StandingFindings other) {
        ClassTables before = (ClassTables) other;
        city.number(before.city);
        advanceTo(before.placement.moment().at());
        levels.copy(before.levels);
        new Takeover(before, this).share();
    }

    @Override
    public void takeOver(StandingFindings before, Listener listener) {
        new Takeover((ClassTables) before, this).tell(listener);
    }

    /** Whether a folder was stopped, so that what its rules say is no longer what they said. */
    boolean isAnyStopped() {
        return !law.isolation().all().isEmpty();
    }

    List<ClassTable> tables() {
        return tables;
    }

    CityRows city() {
        return city;
    }

    @Override
    public void remove(TwinId twin) {
        placement.remove(city.known(twin));
    }

    /** The same, also of a twin that is not there. */
    void forget(TwinId twin) {
        int number = city.find(twin);
        if (number != Roster.NOBODY) {
            placement.remove(number);
        }
    }

    /** Changes one property of a twin, if it is there. */
    void set(TwinId twin, String property, @Nullable Value value) {
        int number = city.find(twin);
        if (number != Roster.NOBODY) {
            placement.set(number, city.rows(number).number(property), value);
        }
    }

    @Override
    public void set(int twin, int property, @Nullable Value value) {
        placement.set(twin, property, value);
    }

    @Override
    public int code(String type, String property, @Nullable Value value) {
        return placement.code(city.known(type), column(type, property), value);
    }

    @Override
    public void set(int twin, int property, int code) {
        placement.set(twin, property, code);
    }

    TwinId idOf(int twin) {
        return city.id(twin);
    }

    @Override
    public int numberOf(TwinId twin) {
        return city.known(twin);
    }

    @Override
    public int column(String type, String property) {
        return city.known(type).known(property);
    }

    @Override
    public void level(String regulation, String level, TwinId subject, String state) {
        ToldLevels.check(law, regulation, level, state);
        city.known(subject);
        levels.tell(regulation, level, subject, state);
    }

    /** What is told of levels. */
    ToldLevels levels() {
        return levels;
    }

    @Override
    public void advanceTo(Instant to) {
        if (to.isBefore(placement.moment().at())) {
            throw new CityTwinException(
                    CoreError.ORDER,
                    "`" + to + "` is before the city's time `"
                            + placement.moment().at() + "`.",
                    "Maybe let time go on only.");
        }
        placement.advanceTo(moments.apply(to));
        goOn(to);
    }

    private void goOn(Instant to) {
        if (!to.isBefore(turn)) {
            turn = turns.nextAfter(to);
            tables.forEach(table -> table.goBy(scenes, placement.moment()));
        }
    }

    /** Looks again at all registers; most are others on another day. */
    void readRegisters() {
        placement.readRegisters();
    }

    @Override
    public void prepare(Instant ahead) {
        Moment then = moments.apply(ahead);
        tables.forEach(table -> table.prepare(scenes, then));
    }

    @Override
    public void prepare(String regulation, String level, String state) {
        ToldLevels.check(law, regulation, level, state);
        levels.prepare(regulation, level, state);
    }

    @Override
    public void step(Listener listener) {
        // By numbers: an iterator would be garbage, step after step.
        for (int at = 0; at < stale.size(); at++) {
            ClassTable table = stale.get(at);
            TypeRows rows = table.outlook().subjects();
            table.step((row, before, now) -> listener.changed(rows.twin(row), before, now));
        }
        stale.clear();
        city.forget();
    }

    @Override
    public List<Verdict> of(int twin) {
        Map<Verdicts, Verdict> said = new HashMap<>();
        Map<String, Verdict> stopped = new HashMap<>();
        for (ClassTable table : city.rows(twin).tables()) {
            int one = table.classOf(city.row(twin));
            for (Verdicts verdicts : table.verdicts()) {
                Verdict verdict = verdicts.now(one);
                Regulation regulation = verdicts.group().regulation();
                said.put(verdicts, verdict);
                if (Isolation.isStopped(regulation, verdict.unknown())) {
                    stopped.put(regulation.id(), verdict);
                }
            }
        }
        return said.entrySet().stream()
                .map(entry -> isolated(entry.getKey(), entry.getValue(), stopped))
                .filter(verdict ->
                        !verdict.rulings().isEmpty() || !verdict.unknown().isEmpty())
                .sorted(Comparator.comparing(Verdict::provision))
                .toList();
    }

    /** A folder of which one provision was stopped says nothing that anybody can rely on. */
    private static Verdict isolated(Verdicts of, Verdict verdict, Map<String, Verdict> stopped) {
        Verdict cause = stopped.get(of.group().regulation().id());
        return cause == null ? verdict : new Verdict(verdict.provision(), List.of(), cause.unknown());
    }

    @Override
    public SortedMap<String, Integer> classes() {
        SortedMap<String, Integer> classes = new TreeMap<>();
        for (ClassTable table : tables) {
            for (Verdicts verdicts : table.verdicts()) {
                String type = table.outlook().subjects().type().name();
                classes.put(verdicts.silence().provision() + " " + type, table.inUse());
            }
        }
        return classes;
    }
}
