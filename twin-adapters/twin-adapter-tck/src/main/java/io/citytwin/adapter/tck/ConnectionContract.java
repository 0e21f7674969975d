package io.citytwin.adapter.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.citytwin.core.model.Observation;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for adapters that reach devices, or are reached by them, over a network. Safe for use by many threads. */
public interface ConnectionContract {

    /**
     * The other side.
     *
     * @return a new one for each test, started
     */
    CuttingPeer peer();

    /** A cut is seen, and after it all goes on by itself; what devices keep meanwhile arrives. */
    @Test
    default void aCutIsSeenAndOutlived() {
        try (CuttingPeer peer = peer();
                ContractCity city = new ContractCity(peer)) {
            Observation before = peer.tell(1, city.lately(8));
            city.until("a value before the cut", () -> city.holds(before));
            peer.cut();
            city.until("an alarm", city::hasAlarm);
            if (peer.tellsAgain()) {
                Observation during = peer.tell(2, city.lately(4));
                peer.mend();
                city.until(
                        "a value of the cut",
                        () -> city.kept(during.twin()).stream()
                                .anyMatch(text ->
                                        text.contains(during.measuredAt().toString())));
            } else {
                peer.mend();
            }
            city.until("no alarm", () -> !city.hasAlarm());
            Observation after = peer.tell(3, city.lately(1));
            city.until("a value after the cut", () -> city.holds(after));
        }
    }

    /** The other side may come up later than the city. */
    @Test
    default void thePeerMayComeLater() {
        try (CuttingPeer peer = peer()) {
            peer.cut();
            try (ContractCity city = new ContractCity(peer)) {
                city.until("an alarm", city::hasAlarm);
                peer.mend();
                city.until("no alarm", () -> !city.hasAlarm());
                Observation told = peer.tell(1, city.lately(1));
                city.until("a value", () -> city.holds(told));
            }
        }
    }

    /** A value that no journal took is told again to the next city, where devices do so. */
    @Test
    default void whatNoJournalTookIsToldAgain() {
        try (CuttingPeer peer = peer()) {
            assumeTrue(peer.tellsAgain(), "devices of this protocol forget what they told");
            Observation told = tellInVain(peer);
            try (ContractCity next = new ContractCity(peer)) {
                next.until(
                        "the value again",
                        () -> next.kept(told.twin()).stream()
                                .anyMatch(
                                        text -> text.contains(told.measuredAt().toString())));
            }
        }
    }

    private static Observation tellInVain(CuttingPeer peer) {
        ContractCity full = new ContractCity(peer, new FullJournal());
        Observation told = peer.tell(1, full.lately(2));
        inVain(() -> full.until("a value that is not kept", () -> full.holds(told)));
        inVain(full::close);
        return told;
    }

    // What it held is lost with it: in virtual time whoever lets it go on hears of that, in real time whoever ends it.
    private static void inVain(Runnable part) {
        try {
            part.run();
        } catch (IllegalStateException unwritten) {
            assertThat(unwritten).hasMessageContaining(FullJournal.FULL);
        }
    }

    /** Stopping in the middle of a cut takes no longer than otherwise. */
    @Test
    default void itStopsDuringACut() {
        try (CuttingPeer peer = peer()) {
            ContractCity city = new ContractCity(peer);
            peer.cut();
            city.until("an alarm", city::hasAlarm);
            Instant begun = peer.clock().now();
            city.close();
            assertThat(peer.clock().now()).isBefore(begun.plusSeconds(10));
        }
    }

    /** Takes nothing once the city has begun, like a full disk. For one thread at a time. */
    final class FullJournal extends ForwardingJournal {

        static final String FULL = "the disk is full";

        FullJournal() {
            super(new MemoryJournal());
        }

        @Override
        public long append(List<Journal.Entry> batch, List<Journal.Mark> marks) {
            if (batch.stream().anyMatch(entry -> entry.payload().contains("\"Observed\""))) {
                throw new IllegalStateException(FULL);
            }
            return super.append(batch, marks);
        }
    }
}
