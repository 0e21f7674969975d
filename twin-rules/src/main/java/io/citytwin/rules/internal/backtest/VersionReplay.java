package io.citytwin.rules.internal.backtest;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.directive.RegulationGovernor;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.engine.LawTurns;
import io.citytwin.rules.internal.verify.City;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.Backtest;
import io.citytwin.rules.verify.BacktestArea;
import io.citytwin.rules.verify.BacktestMeasure;
import io.citytwin.rules.verify.BacktestReport.Reading;
import io.citytwin.rules.verify.BacktestRun;
import io.citytwin.rules.verify.BacktestVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Replays one version; its engine stays open for questions until it is closed. For one thread at a time. */
final class VersionReplay implements AutoCloseable {

    private static final Duration BEFORE = Duration.ofMinutes(1);

    private final Backtest plan;
    private final List<LocalDate> days;
    private final BacktestVersion version;
    private final List<Regulation> law;
    private final Replay replay;
    private final StateSpec.Level level;
    private final SortedSet<BacktestMeasure> measures;
    private final Crowd crowd;
    private final RegulationEngine engine;
    private final LevelRecord levels;
    private final Bans bans;
    private final Map<TwinId, Map<LocalDate, List<String>>> states = new HashMap<>();
    private final Settings.Played played;

    VersionReplay(Backtest plan, List<LocalDate> days, BacktestVersion version) {
        this.plan = plan;
        this.days = List.copyOf(days);
        this.version = version;
        this.law = City.withUsed(List.of(version.regulation()), version.all());
        this.replay = new Replay(plan.recording(), version.regulation(), plan.calendar());
        this.level = version.regulation().state().levels().values().stream()
                .filter(replay::carries)
                .findFirst()
                .orElseThrow(this::nothing);
        this.measures = Ordered.by(version.regulation(), AssetTypes.builtIn());
        this.crowd = new Crowd(
                measures,
                replay.areas(level).keySet(),
                new Crowd.Seeing(replay.twins().values(), law),
                plan.people().twins());
        this.engine = RegulationEngine.builder()
                .regulations(law)
                .calendar(plan.calendar())
                .build();
        crowd.toTell().forEach(engine::put);
        this.played = play();
        this.levels = replay.read(engine, level, days, false);
        this.bans = new Bans(engine, new Bans.Law(version.regulation(), law, plan.calendar()), this::statesOf);
    }

    private CityTwinException nothing() {
        return new CityTwinException(
                RulesError.NOTHING_TO_REPLAY,
                "No area of `" + plan.recording().title() + "` carries a level of `"
                        + version.regulation().id() + "`.",
                "Maybe the air is of another region, or the regulation declares no level.");
    }

    private Settings.Played play() {
        CivilCalendar calendar = plan.calendar();
        Instant start = calendar.startOf(days.get(0));
        Instant end = calendar.startOf(days.get(days.size() - 1).plusDays(1));
        try (RegulationGovernor governor = RegulationGovernor.of(engine)) {
            Settings settings = new Settings(governor, version.regulation().id(), steps(start, end));
            replay.feed(engine, days.get(days.size() - 1), settings);
            SortedMap<TwinId, Twin> twins = new TreeMap<>();
            crowd.members().forEach(member -> twins.put(member.twin().id(), member.twin()));
            return settings.played(twins, start, end);
        }
    }

    /** The first step is just before the start: what it asks for was so already. */
    private List<Instant> steps(Instant start, Instant end) {
        List<Instant> steps = new ArrayList<>();
        steps.add(start.minus(BEFORE));
        steps.addAll(new LawTurns(law, plan.calendar()).between(start.minusNanos(1), end.minusNanos(1)));
        return steps;
    }

    /** The states of all levels that a place carries. */
    private List<String> statesOf(TwinId place, LocalDate day) {
        Twin twin = replay.twins().get(place);
        return twin == null
                ? List.of()
                : states.computeIfAbsent(place, key -> new HashMap<>())
                        .computeIfAbsent(day, key -> statesOf(twin, day));
    }

    private List<String> statesOf(Twin place, LocalDate day) {
        AsOf now = AsOf.at(engine.now());
        return law.stream()
                .flatMap(regulation -> regulation.state().levels().values().stream()
                        .filter(one -> one.of().equals(place.type().name()))
                        .map(one -> engine.levelOn(regulation.id(), one.name(), place.id(), day, now)))
                .toList();
    }

    StateSpec.Level level() {
        return level;
    }

    SortedSet<BacktestMeasure> measures() {
        return measures;
    }

    Crowd crowd() {
        return crowd;
    }

    LevelRecord levels() {
        return levels;
    }

    RegulationEngine engine() {
        return engine;
    }

    Bans bans() {
        return bans;
    }

    CivilCalendar calendar() {
        return plan.calendar();
    }

    BacktestVersion version() {
        return version;
    }

    BacktestRun run() {
        List<BacktestArea> areas = new ArrayList<>();
        for (TwinId area : levels.areas().keySet()) {
            AreaReplay of = new AreaReplay(area, levels, plan.calendar(), crowd.members());
            of.bans(bans, measures);
            of.settings(played, measures);
            areas.add(of.area(reading().map(Reading::indicator)));
        }
        return new BacktestRun(version.name(), version.regulation().verified(), areas);
    }

    /** The first run of days above a limit that the level can look at, with its limit over time. */
    Optional<Reading> reading() {
        return version.regulation().state().runs().values().stream()
                .filter(run -> run.of().equals(level.of()) && run.above())
                .findFirst()
                .map(run -> new Reading(run.indicator(), limits(run.limit())));
    }

    private SortedMap<LocalDate, Quantity> limits(String parameter) {
        SortedMap<LocalDate, Quantity> limits = new TreeMap<>();
        Optional<Quantity> before = Optional.empty();
        for (LocalDate day : days) {
            Optional<Quantity> now = limit(parameter, day);
            if (!now.equals(before)) {
                now.ifPresent(value -> limits.put(day, value));
            }
            before = now;
        }
        return limits;
    }

    private Optional<Quantity> limit(String parameter, LocalDate day) {
        return version.regulation()
                .parameters()
                .find(parameter)
                .flatMap(found -> found.at(day, LocalDate.MAX))
                .map(DatedValue::value)
                .filter(LawValue.OfNumber.class::isInstance)
                .map(value -> ((LawValue.OfNumber) value).quantity());
    }

    @Override
    public void close() {
        engine.close();
    }
}
