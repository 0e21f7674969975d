package io.citytwin.adapter.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import io.citytwin.core.spi.LeaseSupport;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.core.sync.DirectiveRecord.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What holds for adapters whose devices take directives. Safe for use by many threads. */
public interface CommandContract {

    /**
     * The other side.
     *
     * @return a new one for each test, started
     */
    CommandedPeer peer();

    /** A device does what it is asked, and says so. */
    @Test
    default void aDirectiveIsDoneAndAcknowledged() {
        try (CommandedPeer peer = peer();
                ContractCity city = new ContractCity(peer)) {
            city.wish(directive(peer, city, 1));
            city.until("an answer", () -> city.city().health().count(State.ACKNOWLEDGED) == 1);
            assertThat(peer.done()).containsExactly(peer.value(1));
        }
    }

    /** The same directive again is answered again, and not done again. */
    @Test
    default void theSameDirectiveIsDoneOnce() {
        try (CommandedPeer peer = peer();
                ContractCity city = new ContractCity(peer)) {
            Directive one = directive(peer, city, 1);
            city.wish(one);
            city.until("an answer", () -> city.city().health().count(State.ACKNOWLEDGED) == 1);
            city.adapter().command(one);
            city.adapter().command(one);
            city.wish(directive(peer, city, 2));
            city.until(
                    "the next answer",
                    () -> city.directive("contract-2")
                            .filter(record -> record.state() == State.ACKNOWLEDGED)
                            .isPresent());
            assertThat(peer.done()).containsExactly(peer.value(1), peer.value(2));
        }
    }

    /** A device may say no. */
    @Test
    default void aRefusalIsTold() {
        try (CommandedPeer peer = peer()) {
            peer.refuse();
            try (ContractCity city = new ContractCity(peer)) {
                city.wish(directive(peer, city, 1));
                city.until("a refusal", () -> city.city().health().count(State.RAISED) == 1);
                assertThat(city.directive("contract-1")
                                .flatMap(DirectiveRecord::problem)
                                .orElseThrow())
                        .isNotBlank();
                assertThat(peer.done()).isEmpty();
            }
        }
    }

    /** Silence is no answer: nothing is made up. */
    @Test
    default void silenceIsNoAnswer() {
        try (CommandedPeer peer = peer()) {
            peer.keepSilent();
            try (ContractCity city = new ContractCity(peer)) {
                city.wish(directive(peer, city, 1));
                city.until(
                        "two attempts", () -> city.city().directives().stream().anyMatch(one -> one.attempts() > 1));
                assertThat(city.directive("contract-1").orElseThrow().state()).isIn(State.ISSUED, State.RAISED);
                assertThat(peer.done()).isEmpty();
            }
        }
    }

    /** Where devices keep leases, they know when to let go, and a later lease moves that on. */
    @Test
    default void aLeaseReachesTheDevice() {
        try (CommandedPeer peer = peer();
                ContractCity city = new ContractCity(peer)) {
            Directive one = directive(peer, city, 1);
            city.wish(one);
            city.until("an answer", () -> city.city().health().count(State.ACKNOWLEDGED) == 1);
            if (city.adapter().leaseSupport() == LeaseSupport.NONE) {
                assertThat(peer.leaseEnd()).isEmpty();
                assertThat(city.city().health().leasesUnkept())
                        .containsKey(city.adapter().name());
                return;
            }
            assertThat(peer.leaseEnd().orElseThrow()).isAfter(city.now());
            Lease later = new Lease(city.lately(0).plus(Duration.ofHours(5)));
            city.adapter().command(one, later);
            city.until(
                    "the later lease",
                    () -> peer.leaseEnd().filter(later.until()::equals).isPresent());
        }
    }

    private static Directive directive(CommandedPeer peer, ContractCity city, int number) {
        Directive.Cause cause = new Directive.Cause("contract/test", "The contract asks for it.", city.now());
        return new Directive(
                "contract-" + number,
                peer.commanded(),
                peer.property(),
                peer.value(number),
                Directive.Kind.CLAIM,
                cause,
                city.now());
    }
}
