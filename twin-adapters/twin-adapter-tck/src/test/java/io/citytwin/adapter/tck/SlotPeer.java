package io.citytwin.adapter.tck;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.time.VirtualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A device that drops texts into a slot. */
final class SlotPeer implements CuttingPeer, CommandedPeer, PassingPeer {

    static final TwinId CONNECTOR = TwinId.of("town:connector");
    static final TwinId GATE = TwinId.of("town:gate");
    static final Secret SECRET = Secret.of("open sesame");

    private final Breach breach;
    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-20T12:00:00Z"));
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final List<Value> done = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private Optional<Instant> leaseEnd = Optional.empty();
    private boolean cut;
    private boolean refuses;
    private boolean silent;

    SlotPeer(Breach breach) {
        this.breach = breach;
    }

    @Override
    public DeviceAdapter adapter() {
        return new SlotAdapter(this, breach);
    }

    @Override
    public List<Twin> twins() {
        AssetTypes types = AssetTypes.builtIn();
        return List.of(types.twin(CONNECTOR.toString(), "Connector"), types.twin(GATE.toString(), "Gate"));
    }

    @Override
    public VirtualClock clock() {
        return clock;
    }

    @Override
    public List<Secret> secrets() {
        return List.of(SECRET);
    }

    /** What lies in the slot; empty behind the last. */
    Optional<String> told(int place) {
        return told.stream().skip(place).findFirst();
    }

    void taken(String text) {
        told.remove(text);
    }

    @Override
    public void cut() {
        cut = true;
    }

    @Override
    public void mend() {
        cut = false;
    }

    boolean isCut() {
        return cut;
    }

    @Override
    public boolean tellsAgain() {
        return true;
    }

    @Override
    public Observation tell(int number, Instant measuredAt) {
        told.add("power " + number + " " + measuredAt);
        Quantity power = Quantity.of(number, Unit.KILOWATT);
        return new Observation(CONNECTOR, "power", Optional.of(power), measuredAt, clock.now(), "slot", Quality.GOOD);
    }

    @Override
    public String tellNonsense() {
        told.add("gibberish");
        return "gibberish";
    }

    @Override
    public TwinId commanded() {
        return CONNECTOR;
    }

    @Override
    public String property() {
        return "output";
    }

    @Override
    public Value value(int number) {
        return Quantity.of(20 + 10L * number, Unit.PERCENT);
    }

    /** What the device says; empty if it says nothing. */
    Optional<String> take(String id, Value value, Instant until) {
        if (silent) {
            return Optional.empty();
        } else if (refuses) {
            return Optional.of("the device is broken");
        } else if (known.add(id)) {
            done.add(value);
        }
        leaseEnd = Optional.of(until);
        return Optional.of("done");
    }

    @Override
    public List<Value> done() {
        return List.copyOf(done);
    }

    @Override
    public void refuse() {
        refuses = true;
    }

    @Override
    public void keepSilent() {
        silent = true;
    }

    @Override
    public Optional<Instant> leaseEnd() {
        return leaseEnd;
    }

    @Override
    public void pass(String plate) {
        told.add("plate " + plate);
    }

    @Override
    public void passNonsense(String plate) {
        told.add("broken plate " + plate);
    }

    void waitForEver() {
        try {
            end.await();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
    }
}
