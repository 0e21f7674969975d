package io.citytwin.core.sync;

import io.citytwin.core.spi.Evaluated;
import io.citytwin.core.spi.Governor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Sees what is not as it should be. Safe for use by many threads. */
final class Watchdog {

    /** A provision is evaluated at the end of the step in which something reached it; one more may pass. */
    private static final int STEPS = 2;

    private final Desk desk;
    private final Governor governor;
    private final Leases leases;
    private final List<AdapterPort> ports;
    private final Duration patience;
    private final Map<String, Instant> sources = new ConcurrentHashMap<>();
    private volatile long otherwise;

    Watchdog(Desk desk, Governor governor, Leases leases, List<AdapterPort> ports, Duration step) {
        this.desk = desk;
        this.governor = governor;
        this.leases = leases;
        this.ports = ports;
        this.patience = step.multipliedBy(STEPS);
    }

    /** A source told something. */
    void heard(String source) {
        sources.put(source, desk.timeline().present());
    }

    /** So many steps of an earlier run would be decided otherwise now. */
    void decidedOtherwise(long steps) {
        otherwise = steps;
    }

    CityHealth health() {
        Instant present = desk.timeline().present();
        Duration lag = Duration.between(present, desk.clock().now());
        CityHealth.Queues queues = new CityHealth.Queues(
                desk.timeline().agenda().size(), desk.minutes().waiting(), lag.isNegative() ? Duration.ZERO : lag);
        List<Evaluated> provisions = governor.evaluated();
        return new CityHealth(
                present,
                desk.minutes().inputs(),
                new TreeMap<>(desk.book().counts()),
                desk.letters().counts(),
                leases.unkept(),
                queues,
                heard(),
                provisions,
                alarms(present, queues, provisions));
    }

    private SortedMap<String, Instant> heard() {
        return new TreeMap<>(sources);
    }

    private List<Alarm> alarms(Instant present, CityHealth.Queues queues, List<Evaluated> provisions) {
        List<Alarm> alarms = new ArrayList<>();
        provisions.forEach(provision -> notEvaluated(provision, present).ifPresent(alarms::add));
        desk.book().current().forEach(record -> device(record).ifPresent(alarms::add));
        ports.forEach(port -> alarms.addAll(port.alarms()));
        if (queues.unwritten() > 0) {
            alarms.add(new Alarm(
                    Alarm.Kind.JOURNAL,
                    "journal",
                    present,
                    "The journal did not take `" + queues.unwritten() + "` entries; nothing is sent until it does."));
        }
        if (queues.lag().compareTo(patience) > 0) {
            alarms.add(new Alarm(
                    Alarm.Kind.LATE, "city", present, "The city is `" + queues.lag() + "` behind its clock."));
        }
        if (otherwise > 0) {
            alarms.add(new Alarm(
                    Alarm.Kind.OTHERWISE,
                    "governor",
                    present,
                    "`" + otherwise
                            + "` steps of an earlier run would be decided otherwise now; what was decided stays."));
        }
        alarms.sort(Comparator.comparing(Alarm::since).thenComparing(Alarm::about));
        return alarms;
    }

    /** An input is fresh, and its provision was not evaluated: at once when it failed, else when it is overdue. */
    private Optional<Alarm> notEvaluated(Evaluated provision, Instant present) {
        Optional<Instant> fresh = provision.input();
        Instant evaluated = provision.evaluated().orElse(Instant.MIN);
        return fresh.filter(evaluated::isBefore)
                .filter(input -> present.isAfter(input.plus(patience)))
                .map(input -> new Alarm(
                        Alarm.Kind.NOT_EVALUATED,
                        provision.provision(),
                        input,
                        "`" + provision.provision() + "` has heard something new at `" + input
                                + "` and was evaluated last at `"
                                + provision.evaluated().map(Instant::toString).orElse("no time") + "`."));
    }

    private static Optional<Alarm> device(DirectiveRecord record) {
        boolean silent = record.state() == DirectiveRecord.State.RAISED;
        if (!silent && record.state() != DirectiveRecord.State.UNMOVED) {
            return Optional.empty();
        }
        String about = record.directive().twin() + "/" + record.directive().property();
        return Optional.of(new Alarm(
                silent ? Alarm.Kind.DEVICE_SILENT : Alarm.Kind.DEVICE_UNMOVED,
                about,
                record.settledAt().orElse(record.directive().issuedAt()),
                "`" + about + "` should be `" + record.directive().value() + "`: "
                        + record.problem().orElse("somebody has to look") + "."));
    }
}
