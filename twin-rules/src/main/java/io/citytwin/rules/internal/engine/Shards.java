package io.citytwin.rules.internal.engine;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.LiveFindings;
import io.citytwin.rules.StandingFindings.Verdict;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A graph's twins divided among shards. A shard says what is said of its own twins; those that they lead to, and the zones
 * around them, it sees as well, wherever they belong. Safe for use by many threads.
 */
public final class Shards implements LiveFindings {

    private static final Comparator<Shard.Told> ORDER = Comparator.comparing(Shard.Told::twin)
            .thenComparing(told -> told.now().provision());

    /** What is left to catch up with is little, or there is more and more of it. */
    private static final int FEW = 256;

    private static final int MOST_ROUNDS = 8;

    private final TwinGraph graph;
    private final CityLaw city;
    private final List<Shard> shards;
    private final Division division;
    /** Whoever holds it speaks to all shards at the same place in the order of changes. */
    private final ReentrantLock turn = new ReentrantLock();
    /** Held while another law is worked out. */
    private final ReentrantLock preparing = new ReentrantLock();

    private final TwinGraph.Subscription subscription;
    private Law law;
    private Instant now;
    private @Nullable Prepared prepared;

    /**
     * Follows a graph from now on.
     *
     * @param graph whose twins
     * @param city what is asked of them
     * @param number of shards
     */
    public Shards(TwinGraph graph, CityLaw city, int number) {
        if (number < 1 || number > MOST_SHARDS) {
            throw new IllegalArgumentException("`" + number + "` shards: there are 1 to " + MOST_SHARDS + ".");
        }
        this.graph = graph;
        this.city = city;
        this.law = new Law(List.copyOf(Laws.whole(city.regulations()).values()));
        this.now = city.start();
        this.shards = IntStream.range(0, number)
                .mapToObj(shard -> new Shard("citytwin-shard-" + shard, tables(law)))
                .toList();
        this.division = new Division(graph, shards);
        turn.lock();
        try {
            this.subscription = graph.subscribe(change -> inTurn(() -> {
                division.hear(change);
                return true;
            }));
            division.takeAll();
        } finally {
            turn.unlock();
        }
    }

    /** Each shard's tables for a law that was worked out. */
    private final class Prepared implements Candidate {

        private final Law law;
        private final List<ClassTables> tables;

        private Prepared(Law law) {
            this.law = law;
            this.tables = shards.stream().map(shard -> Shards.this.tables(law)).toList();
        }

        @Override
        public void close() {
            inTurn(() -> {
                if (prepared == this) {
                    prepared = null;
                    shards.forEach(Shard::drop);
                }
                return true;
            });
        }

        private void forEachShard(Step step) {
            for (int shard = 0; shard < tables.size(); shard++) {
                step.take(shard, tables.get(shard));
            }
        }
    }

    /** Does something with one shard's tables. */
    private interface Step {
        void take(int shard, ClassTables tables);
    }

    private ClassTables tables(Law of) {
        return new ClassTables(of, graph.types(), city.calendar(), city.start(), new ToldRegisters());
    }

    @Override
    public void level(String regulation, String level, TwinId subject, String state) {
        inTurn(() -> {
            Shard own = shards.get(division.own(subject));
            Shard.wait(own.ask(tables -> {
                tables.level(regulation, level, subject, state);
                return true;
            }));
            // Who does not see the subject yet may do so later.
            addToAll(tables -> tables.levels().tell(regulation, level, subject, state));
            return true;
        });
    }

    @Override
    public void advanceTo(Instant moment) {
        inTurn(() -> {
            if (moment.isBefore(now)) {
                throw new CityTwinException(
                        CoreError.ORDER,
                        "`" + moment + "` is before the city's time `" + now + "`.",
                        "Maybe let time go on only.");
            }
            now = moment;
            addToAll(tables -> tables.advanceTo(moment));
            return true;
        });
    }

    @Override
    public void prepare(Instant moment) {
        inTurn(() -> {
            addToAll(tables -> tables.prepare(moment));
            return true;
        });
    }

    @Override
    public void prepare(String regulation, String level, String state) {
        inTurn(() -> {
            ToldLevels.check(law, regulation, level, state);
            addToAll(tables -> tables.levels().prepare(regulation, level, state));
            return true;
        });
    }

    private void addToAll(Shard.Edit edit) {
        shards.forEach(shard -> shard.add(edit));
    }

    @Override
    public void step(Listener listener) {
        tell(inTurn(() -> ask(Shard::step)), listener);
    }

    private <T> List<CompletableFuture<T>> ask(Function<Shard, CompletableFuture<T>> question) {
        return shards.stream().map(question).toList();
    }

    private static void tell(List<CompletableFuture<Shard.Ended>> parts, Listener listener) {
        List<Shard.Ended> ended = parts.stream().map(Shard::wait).toList();
        List<Shard.Told> all = new ArrayList<>();
        ended.forEach(part -> all.addAll(part.told()));
        all.sort(ORDER);
        for (int at = 0; at < all.size(); at++) {
            Shard.Told told = all.get(at);
            Verdict before = told.before();
            // Where the law turned in the same step, two things were said one after the other.
            while (at + 1 < all.size() && ORDER.compare(told, all.get(at + 1)) == 0) {
                told = all.get(++at);
            }
            if (!before.equals(told.now())) {
                listener.changed(told.twin(), before, told.now());
            }
        }
        ended.stream().flatMap(part -> part.failure().stream()).findFirst().ifPresent(failure -> {
            throw failure;
        });
    }

    @Override
    public List<Verdict> of(TwinId twin) {
        return Shard.wait(inTurn(() -> shards.get(division.own(twin)).ask(tables -> tables.of(tables.numberOf(twin)))));
    }

    @Override
    public SortedMap<String, Integer> classes() {
        SortedMap<String, Integer> sum = new TreeMap<>();
        inTurn(() -> ask(shard -> shard.ask(ClassTables::classes)))
                .forEach(part -> Shard.wait(part).forEach((group, classes) -> sum.merge(group, classes, Integer::sum)));
        return sum;
    }

    @Override
    public Candidate prepare(Collection<Regulation> regulations) {
        preparing.lock();
        try {
            List<Regulation> whole = List.copyOf(Laws.whole(regulations).values());
            Prepared next = new Prepared(new Law(whole, inTurn(() -> law)));
            inTurn(() -> {
                prepared = next;
                next.forEachShard((shard, own) -> shards.get(shard).writeDown(own));
                return true;
            });
            try {
                next.forEachShard(this::workOut);
            } catch (RuntimeException failure) {
                next.close();
                throw failure;
            }
            return next;
        } finally {
            preparing.unlock();
        }
    }

    private void workOut(int number, ClassTables tables) {
        Shard shard = shards.get(number);
        division.fill(number, inTurn(() -> division.visitors(number)), tables);
        List<Shard.Edit> written;
        int round = 0;
        do {
            tables.step(Shard.NOBODY);
            written = inTurn(shard::written);
            written.forEach(edit -> edit.apply(tables));
        } while (written.size() > FEW && ++round < MOST_ROUNDS);
        inTurn(() -> shard.keepUp(tables));
    }

    @Override
    public void adopt(Candidate candidate, Listener listener) {
        tell(
                inTurn(() -> {
                    if (candidate != prepared) {
                        throw new IllegalStateException("The candidate was adopted, closed or replaced before.");
                    }
                    Prepared next = (Prepared) candidate;
                    prepared = null;
                    law = next.law;
                    return IntStream.range(0, shards.size())
                            .mapToObj(shard -> shards.get(shard).turnTo(next.tables.get(shard)))
                            .toList();
                }),
                listener);
    }

    @Override
    public void close() {
        subscription.close();
        inTurn(() -> {
            prepared = null;
            shards.forEach(Shard::close);
            return true;
        });
    }

    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }
}
