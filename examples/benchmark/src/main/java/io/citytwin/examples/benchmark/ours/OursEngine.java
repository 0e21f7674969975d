package io.citytwin.examples.benchmark.ours;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.examples.benchmark.Engine;
import io.citytwin.examples.benchmark.Says;
import io.citytwin.examples.benchmark.city.Column;
import io.citytwin.examples.benchmark.city.Kind;
import io.citytwin.examples.benchmark.city.ReferenceCity;
import io.citytwin.examples.benchmark.city.Updates;
import io.citytwin.examples.benchmark.law.ChosenLaw;
import io.citytwin.rules.StandingFindings;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The library itself, which is told nothing that the others are not told. For one thread at a time. */
public final class OursEngine implements Engine {

    private static final StandingFindings.Listener NOBODY = (twin, before, now) -> {};

    private final StandingFindings standing = StandingFindings.of(
            ChosenLaw.shipped().regulations(), AssetTypes.builtIn(), CivilCalendar.italy(), ChosenLaw.morning());
    private ReferenceCity city = ReferenceCity.of(1, 0);
    private byte[] kinds = new byte[0];
    private int[] numbers = new int[0];
    private int[][] columns = new int[0][];
    /** The library's own numbers of the values of each kind and column. */
    private int[][][] codes = new int[0][][];

    @Override
    public void load(ReferenceCity loaded) {
        city = loaded;
        city.areas().forEach(standing::put);
        kinds = new byte[city.twins()];
        numbers = new int[city.twins()];
        columns = new int[Kind.values().length][];
        codes = new int[Kind.values().length][][];
        for (Kind kind : Kind.values()) {
            List<Column> all = city.columns(kind);
            columns[kind.number()] = all.stream()
                    .mapToInt(column -> standing.column(kind.type(), column.property()))
                    .toArray();
            codes[kind.number()] = all.stream()
                    .map(column -> column.values().stream()
                            .mapToInt(value -> standing.code(kind.type(), column.property(), value))
                            .toArray())
                    .toArray(int[][]::new);
        }
        for (int i = 0; i < city.twins(); i++) {
            Twin twin = city.twin(i);
            kinds[i] = (byte) city.kind(i).number();
            numbers[i] = standing.put(twin);
        }
        for (int i = 0; i < ReferenceCity.PROVINCES; i++) {
            tell(i, 0);
        }
        standing.step(NOBODY);
    }

    @Override
    public void apply(Updates.Stream updates, int from, int to) {
        for (int i = from; i < to; i++) {
            int twin = updates.twins()[i];
            int kind = kinds[twin];
            int column = updates.columns()[i];
            standing.set(numbers[twin], columns[kind][column], codes[kind][column][updates.values()[i]]);
        }
        standing.step(NOBODY);
    }

    @Override
    public void level(int province, int level) {
        tell(province, level);
        standing.step(NOBODY);
    }

    private void tell(int province, int level) {
        standing.level(ChosenLaw.SMOG, "Level", city.province(province), ChosenLaw.LEVELS.get(level));
    }

    @Override
    public void expectLevels() {
        ChosenLaw.LEVELS.forEach(state -> standing.prepare(ChosenLaw.SMOG, "Level", state));
    }

    @Override
    public void expect(Instant moment) {
        standing.prepare(moment);
    }

    @Override
    public void clock(Instant moment) {
        standing.advanceTo(moment);
        standing.step(NOBODY);
    }

    @Override
    public SortedSet<String> findings(int twin) {
        SortedSet<String> found = new TreeSet<>();
        for (StandingFindings.Verdict verdict : standing.of(numbers[twin])) {
            verdict.rulings().forEach(ruling -> found.add(Says.of(ruling.provision(), ruling.effect())));
        }
        return found;
    }

    @Override
    public void close() {
        numbers = new int[0];
    }
}
