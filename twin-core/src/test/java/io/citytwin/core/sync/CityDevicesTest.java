package io.citytwin.core.sync;

import static io.citytwin.core.sync.SmallTown.LAMP;
import static io.citytwin.core.sync.SmallTown.MIDNIGHT;
import static io.citytwin.core.sync.SmallTown.OTHER_LAMP;
import static io.citytwin.core.sync.SmallTown.dim;
import static io.citytwin.core.sync.SmallTown.minute;
import static io.citytwin.core.sync.SmallTown.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.citytwin.core.asset.Asset;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.asset.Desired;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.sync.DirectiveRecord.State;
import io.citytwin.core.time.SystemClock;
import io.citytwin.core.time.VirtualClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Devices that keep leases, that lie, that hang; and directives that somebody has to approve. */
class CityDevicesTest {

    private final SmallTown town = new SmallTown();

    @Test
    void aLeaseIsRenewedAtHalfOfItsTimeUnderTheSameNumber() {
        town.devices.keepingLeases().obeying();
        town.governor.at(minute(15), dim("d1", LAMP, 30, minute(15))).at(minute(75), dim("d2", LAMP, 50, minute(75)));
        try (CityTwin city = town.builder().lease(Duration.ofMinutes(40)).build()) {
            city.start();
            city.advanceTo(minute(75));
            assertThat(town.devices.leases)
                    .containsExactly(
                            "d1 until " + minute(55),
                            "d1 until " + minute(75),
                            "d1 until " + minute(95),
                            "d1 until " + minute(115),
                            "d2 until " + minute(115));
            assertThat(city.health().leasesUnkept()).isEmpty();
        }
    }

    @Test
    void aReturnToRestNeedsNoLeaseAndEndsTheRenewals() {
        town.devices.keepingLeases().obeying();
        Directive rest = new Directive(
                "d2",
                LAMP,
                "dimming",
                Quantity.of(100, Unit.PERCENT),
                Directive.Kind.REVERT,
                new Directive.Cause(PlannedGovernor.PROVISION, "It ended.", minute(30)),
                minute(30));
        town.governor.at(minute(15), dim("d1", LAMP, 30, minute(15))).at(minute(30), rest);
        try (CityTwin city = town.started()) {
            city.advanceTo(minute(240));
            assertThat(town.devices.leases).containsExactly("d1 until " + minute(75));
            assertThat(town.devices.commands).hasSize(2);
        }
    }

    @Test
    void claimsOnDevicesThatKeepNoLeasesAreReported() {
        town.devices.obeying();
        town.governor.at(minute(15), dim("d1", LAMP, 30, minute(15)), dim("d2", OTHER_LAMP, 30, minute(15)));
        try (CityTwin city = town.started()) {
            city.advanceTo(minute(30));
            assertThat(town.devices.leases).isEmpty();
            assertThat(city.health().leasesUnkept()).containsOnly(Map.entry("fake", 2L));
        }
    }

    @Test
    void aDeviceThatSaysYesAndDoesNotMoveIsSeenFromWhatItReports() {
        town.devices.obeying();
        town.governor.at(minute(15), dim("d1", LAMP, 30, minute(15)), dim("d2", OTHER_LAMP, 30, minute(15)));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (CityTwin city =
                town.builder().settling(Duration.ofMinutes(10)).meters(meters).build()) {
            city.start();
            city.accept(new Input.Observed(light(LAMP, 100, minute(1))));
            city.accept(new Input.Observed(light(OTHER_LAMP, 100, minute(1))));
            city.accept(new Input.Observed(light(LAMP, 100, minute(20))));
            city.accept(new Input.Observed(light(OTHER_LAMP, 35, minute(20))));
            city.advanceTo(minute(24));
            assertThat(city.directives()).extracting(DirectiveRecord::state).containsOnly(State.ACKNOWLEDGED);
            city.advanceTo(minute(30));
            assertThat(city.directives())
                    .extracting(DirectiveRecord::state)
                    .containsExactly(State.UNMOVED, State.ACKNOWLEDGED);
            assertThat(city.health().alarms())
                    .extracting(Alarm::kind, Alarm::since)
                    .containsExactly(tuple(Alarm.Kind.DEVICE_UNMOVED, minute(25)));
            assertThat(city.health().alarms().get(0).text())
                    .isEqualTo("`town:lamp-1/dimming` should be `30 %`: acknowledged, but it still reports `100 %`.");
            assertThat(meters.get("citytwin.alarms")
                            .tag("kind", "DEVICE_UNMOVED")
                            .gauge()
                            .value())
                    .isEqualTo(1);
            assertThat(meters.get("citytwin.directives")
                            .tag("state", "ACKNOWLEDGED")
                            .gauge()
                            .value())
                    .isEqualTo(1);
            assertThat(meters.get("citytwin.commit").timer().count()).isPositive();
        }
    }

    @Test
    void aDeviceThatReportsLateIsLookedAtAgain() {
        town.devices.obeying();
        town.governor.at(minute(15), dim("d1", LAMP, 30, minute(15)));
        try (CityTwin city = town.builder().settling(Duration.ofMinutes(10)).build()) {
            city.start();
            city.accept(new Input.Observed(light(LAMP, 100, minute(1))));
            city.advanceTo(minute(60));
            assertThat(city.directives()).extracting(DirectiveRecord::state).containsOnly(State.ACKNOWLEDGED);
            city.accept(new Input.Observed(light(LAMP, 100, minute(61))));
            city.advanceTo(minute(65));
            assertThat(city.directives()).extracting(DirectiveRecord::state).containsOnly(State.UNMOVED);
        }
    }

    @Test
    void whatCannotBeUndoneWaitsForANamedPersonAlsoOverARestart() {
        AssetTypes types = AssetTypes.builtIn().with(Dam.class);
        TwinId dam = TwinId.of("town:dam");
        MemoryJournal journal = new MemoryJournal();
        Directive open = new Directive(
                "d1",
                dam,
                "open",
                new Value.Flag(true),
                Directive.Kind.CLAIM,
                new Directive.Cause(PlannedGovernor.PROVISION, "Flood.", minute(15)),
                minute(15));
        FakeDevices devices = new FakeDevices("fake", "Dam").obeying();
        CityTwin first = dammed(types, journal, devices, open);
        first.advanceTo(minute(30));
        assertThat(devices.commands).isEmpty();
        assertThat(first.directives()).extracting(DirectiveRecord::state).containsExactly(State.AWAITING);
        CityTwin city = dammed(types, journal, devices, open);
        city.accept(new Input.Approved("d9", "Ada Rossi", minute(40)));
        city.accept(new Input.Approved("d1", "Ada Rossi", minute(40)));
        city.accept(new Input.Approved("d1", "Ada Rossi", minute(41)));
        city.advanceTo(minute(44));
        assertThat(devices.commands).isEmpty();
        assertThat(city.graph().desired(dam, "open")).contains(new Value.Flag(true));
        city.advanceTo(minute(45));
        assertThat(devices.commands).containsExactly(minute(45) + " d1");
        assertThat(city.directives())
                .extracting(DirectiveRecord::state, DirectiveRecord::approvedBy)
                .containsExactly(tuple(State.ACKNOWLEDGED, Optional.of("Ada Rossi")));
        assertThat(city.health().deadLetters()).containsOnly(Map.entry("C115", 2L));
    }

    /** A device whose claim cannot be undone. */
    interface Dam extends Asset {
        @Desired(resting = "false", irreversible = true)
        Optional<Boolean> open();
    }

    private static CityTwin dammed(AssetTypes types, MemoryJournal journal, FakeDevices devices, Directive open) {
        TwinGraph graph = TwinGraph.of(types);
        graph.put(List.of(types.twin("town:dam", "Dam")), MIDNIGHT);
        CityTwin city = CityTwin.builder()
                .graph(graph)
                .clock(new VirtualClock(MIDNIGHT))
                .adapter(devices)
                .governor(new PlannedGovernor().at(minute(15), open))
                .journal(journal)
                .build();
        city.start();
        return city;
    }

    @Test
    void anAdapterThatHangsStopsNobodyElse() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        CountDownLatch hanging = new CountDownLatch(1);
        Hanging hangs = new Hanging(hanging);
        town.devices.reacting(directive -> heard.countDown());
        CityTwin city = CityTwin.builder()
                .graph(town.graph)
                .clock(new SystemClock())
                .step(Duration.ofMillis(5))
                .adapter(hangs)
                .adapter(town.devices)
                .governor(new TwoLamps())
                .build();
        city.start();
        hanging.await();
        heard.await();
        city.close();
        assertThat(hangs.interrupted).isTrue();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("citytwin-adapter"));
    }

    /** Asks two lamps for something at the first step. */
    private static final class TwoLamps implements Governor {
        private boolean asked;

        @Override
        public void accept(Input input) {}

        @Override
        public List<Directive> step(Instant moment) {
            List<Directive> directives =
                    asked ? List.of() : List.of(dim("d1", LAMP, 30, moment), dim("d2", OTHER_LAMP, 30, moment));
            asked = true;
            return directives;
        }

        @Override
        public void close() {}
    }

    /** Serves the first lamp and never comes back from a command. */
    private static final class Hanging implements DeviceAdapter {
        private final CountDownLatch hanging;
        private volatile boolean interrupted;

        Hanging(CountDownLatch hanging) {
            this.hanging = hanging;
        }

        @Override
        public String name() {
            return "hanging";
        }

        @Override
        public boolean serves(Twin twin) {
            return twin.id().equals(LAMP);
        }

        @Override
        public void start(AdapterContext context) {}

        @Override
        public void command(Directive directive) {
            hanging.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException end) {
                interrupted = true;
            }
        }

        @Override
        public void stop() {}
    }

    private static Observation light(TwinId lamp, long percent, Instant at) {
        return seen(lamp, "dimming", Quantity.of(percent, Unit.PERCENT), at);
    }
}
