package io.citytwin.core.sync;

import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.LeaseSupport;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Renews the leases of claims that devices do, at half of their time, by sending the same directive with a later end. For
 * one thread at a time.
 */
final class Leases {

    private final DirectiveBook book;
    private final Timeline timeline;
    private final Duration length;
    private final Function<DirectiveRecord, Optional<AdapterPort>> ports;

    Leases(
            DirectiveBook book,
            Timeline timeline,
            Duration length,
            Function<DirectiveRecord, Optional<AdapterPort>> ports) {
        this.book = book;
        this.timeline = timeline;
        this.length = length;
        this.ports = ports;
    }

    /** Renews a lease from now on, as long as the directive stands. */
    void keep(int number) {
        if (isLeased(book.get(number))) {
            timeline.at(timeline.present().plus(length.dividedBy(2)), () -> renew(number));
        }
    }

    /** The same after a restart: nobody knows how old the lease is. */
    void keepAgain(int number) {
        if (isLeased(book.get(number))) {
            timeline.at(timeline.present(), () -> renew(number));
        }
    }

    private boolean isLeased(DirectiveRecord record) {
        return record.directive().kind() == Directive.Kind.CLAIM
                && ports.apply(record)
                        .filter(port -> port.leaseSupport() == LeaseSupport.DEVICE)
                        .isPresent();
    }

    private void renew(int number) {
        DirectiveRecord record = book.get(number);
        if (record.isDone()) {
            ports.apply(record).ifPresent(port -> port.command(record.directive(), length));
            keep(number);
        }
    }

    /** How many claims stand that no device lets go of by itself, by adapter. */
    SortedMap<String, Long> unkept() {
        SortedMap<String, Long> unkept = new TreeMap<>();
        book.current().stream()
                .filter(record -> record.directive().kind() == Directive.Kind.CLAIM && !isLeased(record))
                .forEach(record -> unkept.merge(record.adapter().orElseThrow(), 1L, Long::sum));
        return Collections.unmodifiableSortedMap(unkept);
    }
}
