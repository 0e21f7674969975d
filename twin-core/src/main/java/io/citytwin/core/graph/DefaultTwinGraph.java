package io.citytwin.core.graph;

import com.google.common.collect.Maps;
import io.citytwin.core.asset.Asset;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.asset.AssetViews;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.Journal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Twins in columns under one lock, every write first in the journal. Safe for use by many threads. */
final class DefaultTwinGraph implements TwinGraph {

    private final Twins twins;
    private final Checks checks;
    private final Turns turns = new Turns();
    private final Feed feed = new Feed();
    private final Journal journal;
    private final EventCodec codec;
    private volatile long revision;

    DefaultTwinGraph(AssetTypes types, Journal journal) {
        this.twins = new Twins(types);
        this.checks = new Checks(twins);
        this.journal = journal;
        this.codec = new EventCodec(types);
        restore();
    }

    /** Takes up what an earlier run has journalled; nobody listens yet. */
    private void restore() {
        Notes unheard = new Notes(0, Instant.EPOCH);
        journal.replay(EventCodec.STREAM, 0, kept -> twins.apply(codec.read(kept.entry()), unheard));
        twins.settle(Instant.EPOCH, unheard);
    }

    @Override
    public AssetTypes types() {
        return twins.types();
    }

    @Override
    public void put(Collection<Twin> batch, Instant at) {
        write(at, () -> {
            Map<TwinId, TwinEvent.Put> puts = new LinkedHashMap<>();
            batch.forEach(twin -> puts.put(twin.id(), new TwinEvent.Put(twin.id(), twin.type(), own(twin), at)));
            checks.put(puts);
            return puts.values().stream().filter(this::isNews).toList();
        });
    }

    /** What was observed is not the twin's own, also if it comes back with a twin that was found here. */
    private static Map<String, Value> own(Twin twin) {
        return Map.copyOf(
                Maps.filterKeys(twin.values(), property -> !twin.observations().containsKey(property)));
    }

    private boolean isNews(TwinEvent.Put put) {
        Row before = twins.row(put.twin());
        return before == null || !before.own().equals(put.values());
    }

    @Override
    public void remove(TwinId twin, Instant at) {
        write(at, () -> {
            checks.remove(twin);
            return List.of(new TwinEvent.Removed(twin, at));
        });
    }

    @Override
    public void observe(Observation observation) {
        write(observation.receivedAt(), () -> {
            checks.observe(observation);
            return List.of(new TwinEvent.Observed(observation));
        });
    }

    @Override
    public void desire(TwinId twin, String property, Value value, Instant at) {
        write(at, () -> {
            checks.desire(twin, property, value);
            boolean same = desired(twins.known(twin), property).equals(Optional.of(value));
            return same ? List.of() : List.of(new TwinEvent.Desired(twin, property, value, at));
        });
    }

    /**
     * One writer's turn: decide, journal, change, and tell when all of it can be read.
     *
     * @param decide checks and says what happens, without changing anything
     */
    private void write(Instant at, Supplier<List<? extends TwinEvent>> decide) {
        turns.write(() -> {
            List<? extends TwinEvent> events = decide.get();
            if (events.isEmpty()) {
                return;
            }
            List<Journal.Entry> entries = entries(events);
            Notes notes = new Notes(revision, at);
            try {
                turns.change(() -> {
                    journal.append(entries);
                    events.forEach(event -> twins.apply(event, notes));
                    List<TwinEvent> moves = twins.settle(at, notes);
                    revision = notes.last();
                    if (!moves.isEmpty()) {
                        journal.append(entries(moves));
                    }
                });
            } finally {
                feed.tell(notes.changes());
            }
        });
    }

    private List<Journal.Entry> entries(List<? extends TwinEvent> events) {
        if (journal.forgets()) {
            return List.of();
        }
        return events.size() == 1
                ? List.of(codec.write(events.get(0)))
                : events.stream().map(codec::write).toList();
    }

    @Override
    public Optional<Twin> find(TwinId twin) {
        return turns.read(() -> Optional.ofNullable(twins.row(twin)).map(Row::twin));
    }

    @Override
    public Optional<AssetType> typeOf(TwinId twin) {
        return turns.read(() -> Optional.ofNullable(twins.row(twin)).map(Row::type));
    }

    @Override
    public <A extends Asset> Optional<A> view(Class<A> type, TwinId twin) {
        return find(twin).map(found -> AssetViews.view(type, found, this::find));
    }

    @Override
    public Optional<Twin> asOf(TwinId twin, Instant known) {
        return turns.read(() -> {
            Past past = new Past();
            journal.replay(EventCodec.STREAM, twin.toString(), kept -> {
                TwinEvent event = codec.read(kept.entry());
                if (!event.at().isAfter(known)) {
                    past.apply(event);
                }
            });
            return past.twin();
        });
    }

    @Override
    public Optional<Reading> reading(TwinId twin, String property) {
        return turns.read(() -> Optional.ofNullable(twins.row(twin)).flatMap(row -> row.observation(property)))
                .map(seen -> new Reading(seen.value(), seen.measuredAt(), seen.quality()));
    }

    @Override
    public Optional<Value> desired(TwinId twin, String property) {
        return turns.read(() -> Optional.ofNullable(twins.row(twin)).flatMap(row -> desired(row, property)));
    }

    private static Optional<Value> desired(Row row, String property) {
        Optional<Actuator> actuator = Optional.ofNullable(row.type().actuators().get(property));
        return row.desired(property).or(() -> actuator.map(Actuator::resting));
    }

    @Override
    public List<TwinId> all(String type) {
        return turns.read(() -> twins.table(type).all());
    }

    @Override
    public SortedSet<TwinId> related(TwinId target, String type, String relation) {
        return turns.read(() -> twins.links().to(new Links.Way(target, type, relation)));
    }

    @Override
    public SortedSet<TwinId> zonesOf(TwinId twin) {
        return turns.read(() -> Optional.ofNullable(twins.row(twin)).map(Row::zones))
                .orElse(Collections.emptySortedSet());
    }

    @Override
    public List<TwinId> within(TwinId zone, String type) {
        return turns.read(() -> List.copyOf(twins.whereabouts().within(zone, type)));
    }

    @Override
    public List<Near> near(Location point, Quantity radius, String type) {
        BigDecimal metres = metres(radius);
        return turns.read(() -> twins.table(type).points.near(point, metres));
    }

    private static BigDecimal metres(Quantity radius) {
        if (radius.unit() != Unit.METRE) {
            throw new CityTwinException(
                    CoreError.UNIT, "A radius is in `m`, not in `" + radius.unit() + "`.", "Maybe convert it.");
        }
        return radius.amount();
    }

    @Override
    public List<Near> nearest(Location point, String type, Predicate<Twin> condition, int most) {
        return turns.read(() -> {
            Predicate<Near> meets = near -> find(near.twin()).filter(condition).isPresent();
            return twins.table(type).points.nearest(point, meets, most);
        });
    }

    @Override
    public Subscription subscribe(Consumer<Change> listener) {
        return turns.between(() -> feed.subscribe(listener));
    }

    @Override
    public long revision() {
        return revision;
    }
}
