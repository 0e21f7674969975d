package io.citytwin.examples.milan;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.examples.milan.report.Period;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how many days were played. For one thread at a time. */
final class Progress implements Consumer<Instant>, AutoCloseable {

    private static final int WIDTH = 79;

    private final Period period;
    private final ProgressBar bar;

    Progress(Period period, PrintWriter err) {
        this.period = period;
        bar = new ProgressBarBuilder()
                .setTaskName("Playing")
                .setUnit(" days", 1)
                .setInitialMax(period.days())
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new DelegatingProgressBarConsumer(
                        line -> {
                            err.print("\r" + line);
                            err.flush();
                        },
                        WIDTH))
                .build();
    }

    @Override
    public void accept(Instant moment) {
        long days = ChronoUnit.DAYS.between(period.from(), CivilCalendar.italy().dateOf(moment));
        bar.stepTo(Math.min(days, period.days()));
    }

    @Override
    public void close() {
        bar.close();
    }
}
