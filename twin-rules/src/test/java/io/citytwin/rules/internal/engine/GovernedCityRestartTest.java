package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.sync.Alarm;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.time.VirtualClock;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.directive.Ledger;
import io.citytwin.rules.directive.RegulationGovernor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A city under made-up regulations that is left in the middle, and another one over its journal. */
class GovernedCityRestartTest {

    private static final int DAYS = 10;
    private static final Set<String> STREAMS =
            Set.of("inputs", "directives", "refused", "ledger", "levels", "passages");

    private final List<Input> inputs = ClaimRules.inputs(5, DAYS).stream()
            .filter(input -> !(input instanceof Input.Tick))
            .toList();
    private final Instant start = inputs.stream()
            .map(Input::receivedAt)
            .filter(at -> at.isAfter(Instant.EPOCH))
            .findFirst()
            .orElseThrow();

    @ParameterizedTest
    @CsvSource({"0.1, PT6H", "0.3, PT6H", "0.5, P30D", "0.8, PT12H"})
    void theJournalComesOutTheSame(double share, Duration snapshots) {
        int cut = (int) (share * inputs.size());
        MemoryJournal whole = new MemoryJournal();
        try (Run run = new Run(whole, snapshots)) {
            run.play(inputs);
        }
        MemoryJournal journal = new MemoryJournal();
        Run left = new Run(journal, snapshots);
        left.play(inputs.subList(0, cut));
        try (Run again = new Run(journal, snapshots)) {
            Instant from = again.city.resumedFrom().orElse(Instant.MIN);
            again.play(inputs.stream()
                    .filter(input -> input.receivedAt().isAfter(from))
                    .toList());
            assertThat(again.city.health().alarms()).noneMatch(alarm -> alarm.kind() == Alarm.Kind.OTHERWISE);
        }
        assertThat(firstDifference(all(journal), all(whole))).isEmpty();
        assertThat(all(whole)).anyMatch(line -> line.startsWith("ledger")).anyMatch(line -> line.startsWith("levels"));
    }

    @Test
    void theLedgerIsReadFromTheJournal() {
        MemoryJournal journal = new MemoryJournal();
        try (Run run = new Run(journal, Duration.ofDays(1))) {
            run.play(inputs);
            List<Ledger.Entry> entries = run.governor.ledger().entries();
            assertThat(entries).isNotEmpty();
            Ledger.Entry last = entries.get(entries.size() - 1);
            assertThat(run.governor.ledger().at(last.actuator(), last.at())).contains(last);
            List<Ledger.Entry> ofTwin = run.governor.ledger().of(last.actuator().twin());
            assertThat(ofTwin)
                    .isEqualTo(entries.stream()
                            .filter(entry -> entry.actuator()
                                    .twin()
                                    .equals(last.actuator().twin()))
                            .toList());
            try (Run again = new Run(journal, Duration.ofDays(1))) {
                assertThat(again.governor.ledger().entries()).isEqualTo(entries);
            }
        }
    }

    @Test
    void anOverrideOutlivesTheProcessAndStillEnds() {
        MemoryJournal journal = new MemoryJournal();
        TwinId lamp = TwinId.of("xx:lamp1");
        Instant until = start.plus(Duration.ofHours(30));
        Run left = new Run(journal, Duration.ofHours(6));
        left.city.accept(new Input.TwinChanged(AssetTypes.builtIn().twin("xx:lamp1", "LampPost"), start));
        left.city.accept(new Input.Overridden(
                lamp,
                "dimming",
                Optional.of(Quantity.of(90, Unit.PERCENT)),
                "Ada Rossi",
                "A search.",
                until,
                start.plusSeconds(60)));
        left.city.advanceTo(start.plus(Duration.ofHours(25)));
        try (Run again = new Run(journal, Duration.ofHours(6))) {
            assertThat(again.city.graph().desired(lamp, "dimming")).contains(Quantity.of(90, Unit.PERCENT));
            again.city.advanceTo(until.minus(Duration.ofMinutes(1)));
            assertThat(again.city.graph().desired(lamp, "dimming")).contains(Quantity.of(90, Unit.PERCENT));
            again.city.advanceTo(until.plus(Duration.ofMinutes(15)));
            assertThat(again.city.graph().desired(lamp, "dimming")).contains(Quantity.of(100, Unit.PERCENT));
            assertThat(again.governor.ledger().of(lamp)).hasSize(2);
        }
    }

    @Test
    void aJournalUnderALawThatWasNotGivenIsRefused() {
        MemoryJournal journal = new MemoryJournal();
        new Run(journal, Duration.ofHours(6)).city.advanceTo(start.plus(Duration.ofHours(25)));
        RegulationEngine other =
                RegulationEngine.builder().regulations(List.of()).build();
        assertThatThrownBy(() -> new Run(journal, Duration.ofHours(6), other)).hasMessageContaining("C118");
    }

    /** Two journals are long: one line says enough. */
    private static Optional<String> firstDifference(List<String> some, List<String> others) {
        for (int i = 0; i < Math.max(some.size(), others.size()); i++) {
            String one = i < some.size() ? some.get(i) : "nothing";
            String other = i < others.size() ? others.get(i) : "nothing";
            if (!one.equals(other)) {
                return Optional.of(i + ": " + one + "\n instead of " + other);
            }
        }
        return Optional.empty();
    }

    private static List<String> all(Journal journal) {
        List<String> lines = new ArrayList<>();
        journal.replay(
                STREAMS,
                0,
                kept -> lines.add(String.join(
                        " ",
                        kept.entry().stream(),
                        kept.entry().key(),
                        kept.entry().payload())));
        return lines;
    }

    /** A city whose devices obey after seconds. */
    private final class Run implements AutoCloseable {
        private final RegulationGovernor governor;
        private final CityTwin city;

        Run(Journal journal, Duration snapshots) {
            this(journal, snapshots, ClaimRules.engine(1));
        }

        Run(Journal journal, Duration snapshots, RegulationEngine engine) {
            governor = RegulationGovernor.of(engine);
            city = CityTwin.builder()
                    .graph(TwinGraph.of(AssetTypes.builtIn(), Journal.forgetful()))
                    .clock(new VirtualClock(start))
                    .governor(governor)
                    .journal(journal)
                    .snapshots(snapshots)
                    .adapter(new Obeying())
                    .build();
            inputs.stream().filter(input -> input.receivedAt().isBefore(start)).forEach(city::accept);
            city.start();
        }

        void play(List<Input> some) {
            for (Input input : some) {
                if (!input.receivedAt().isBefore(start)) {
                    city.accept(input);
                    city.advanceTo(input.receivedAt());
                }
            }
        }

        @Override
        public void close() {
            city.close();
        }
    }

    /** Lamps and rooms that do what they are asked. */
    private static final class Obeying implements DeviceAdapter {
        private AdapterContext context;

        @Override
        public String name() {
            return "obeying";
        }

        @Override
        public boolean serves(Twin twin) {
            return true;
        }

        @Override
        public void start(AdapterContext given) {
            context = given;
        }

        @Override
        public void command(Directive directive) {
            Instant then = context.clock().now().plusSeconds(3);
            context.at(then, () -> context.acknowledge(new Acknowledgement(directive.id(), Optional.empty(), then)));
        }

        @Override
        public void stop() {}
    }
}
