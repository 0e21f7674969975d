package io.citytwin.examples.benchmark.hand;

import io.citytwin.examples.benchmark.Engine;
import io.citytwin.examples.benchmark.city.Kind;
import io.citytwin.examples.benchmark.city.ReferenceCity;
import io.citytwin.examples.benchmark.city.Updates;
import io.citytwin.examples.benchmark.law.ChosenLaw;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The same law in plain Java, as one writes it who has time and knows the rules of the day: arrays, look-up tables made
 * from the law's values, one bit for each finding. Another law needs another program. For one thread at a time.
 */
public final class HandWrittenEngine implements Engine {

    private AbstractPart[] parts = new AbstractPart[0];
    private int[] firsts = new int[0];
    private byte[] kinds = new byte[0];
    private Situation now = new Situation(ChosenLaw.shipped(), ReferenceCity.of(1, 0));
    private Vehicles vehicles = new Vehicles(ReferenceCity.of(1, 0));
    private Homes.Units units = new Homes.Units(ReferenceCity.of(1, 0));
    private Stoves stoves = new Stoves(ReferenceCity.of(1, 0));

    @Override
    public void load(ReferenceCity city) {
        now = new Situation(ChosenLaw.shipped(), city);
        vehicles = new Vehicles(city);
        units = new Homes.Units(city);
        stoves = new Stoves(city);
        Homes.Buildings buildings = new Homes.Buildings(city);
        parts = new AbstractPart[] {
            vehicles,
            new LampPosts(city),
            new Charging.Stations(city),
            new Charging.Points(city),
            buildings,
            units,
            new Homes.Plants(city, buildings),
            stoves
        };
        kinds = new byte[city.twins()];
        firsts = new int[Kind.values().length];
        for (Kind kind : Kind.values()) {
            firsts[kind.number()] = city.first(kind);
            for (int i = 0; i < city.count(kind); i++) {
                kinds[city.first(kind) + i] = (byte) kind.number();
            }
        }
        readAll();
    }

    private void readAll() {
        for (AbstractPart part : parts) {
            part.read(now);
            part.refreshAll();
        }
    }

    @Override
    public void apply(Updates.Stream updates, int from, int to) {
        int[] twins = updates.twins();
        short[] columns = updates.columns();
        short[] values = updates.values();
        for (int i = from; i < to; i++) {
            int kind = kinds[twins[i]];
            if (kind < parts.length) {
                parts[kind].set(twins[i] - firsts[kind], columns[i], values[i]);
            }
        }
    }

    @Override
    public void level(int province, int level) {
        now.level(province, level);
        vehicles.readTowns(now);
        vehicles.refreshAll();
        units.readTowns(now);
        units.refreshAll();
        stoves.readTowns(now);
        stoves.refreshAll();
    }

    @Override
    public void clock(Instant moment) {
        now.moment(moment);
        readAll();
    }

    @Override
    public SortedSet<String> findings(int twin) {
        int kind = kinds[twin];
        return kind < parts.length ? parts[kind].findings(twin - firsts[kind]) : new TreeSet<>();
    }

    @Override
    public void close() {
        parts = new AbstractPart[0];
    }
}
