package io.citytwin.examples.milan;

import io.citytwin.core.signal.Directive;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.core.time.CivilCalendar;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Lets a played city run at a pace that people can follow, and prints directives as they come. For one thread at a time. */
final class Live implements Consumer<Instant> {

    private final CityRun run;
    private final int speed;
    private final PrintWriter out;
    private Instant reached;
    private int printed = -1;

    Live(CityRun run, int speed, PrintWriter out) {
        this.run = run;
        this.speed = speed;
        this.out = out;
        this.reached = run.start();
    }

    @Override
    public void accept(Instant moment) {
        List<DirectiveRecord> records = run.twins().directives();
        if (printed < 0) {
            // What an earlier run of the same journal has issued was printed then.
            printed = (int) records.stream().filter(this::isOlder).count();
        }
        records.subList(printed, records.size()).forEach(record -> out.println(line(record.directive())));
        printed = records.size();
        out.flush();
        LockSupport.parkNanos(Duration.between(reached, moment).dividedBy(speed).toNanos());
        reached = moment;
    }

    private boolean isOlder(DirectiveRecord record) {
        return run.twins()
                .resumedFrom()
                .filter(end -> !record.directive().issuedAt().isAfter(end))
                .isPresent();
    }

    private static String line(Directive directive) {
        String at = directive
                .issuedAt()
                .atZone(CivilCalendar.italy().zone())
                .toLocalDateTime()
                .toString()
                .replace('T', ' ');
        return at + " " + directive.twin() + " " + directive.property() + " = " + directive.value() + " ("
                + directive.kind().name() + " " + directive.cause().provision() + ")";
    }
}
