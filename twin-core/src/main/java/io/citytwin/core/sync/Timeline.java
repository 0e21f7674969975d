package io.citytwin.core.sync;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.time.CityClock;
import io.citytwin.core.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Runs the agenda, and the end of each step after all that was due by then. Safe for use by many threads: one at a time
 * runs, the others wait.
 */
final class Timeline {

    private final ReentrantLock running = new ReentrantLock();
    private final Agenda agenda = new Agenda();
    private final CityClock clock;
    private final Duration step;
    private final Consumer<Instant> stepEnd;
    private volatile Instant present;
    private volatile Instant nextStep;
    private volatile boolean closed;

    Timeline(CityClock clock, Duration step, Consumer<Instant> stepEnd) {
        this.clock = clock;
        this.step = step;
        this.stepEnd = stepEnd;
        this.present = clock.now();
        this.nextStep = boundaryFrom(present, step);
    }

    /**
     * Goes on where an earlier run ended.
     *
     * @param last what happened last
     * @param stepEnd the last step that ended
     */
    void resumeAt(Instant last, Instant stepEnd) {
        present = last;
        nextStep = boundaryFrom(stepEnd.plusMillis(1), step);
        moveTo(last);
    }

    Agenda agenda() {
        return agenda;
    }

    Instant present() {
        return present;
    }

    /** When there is something to do again. */
    Instant wakeAt() {
        return agenda.first().filter(first -> first.isBefore(nextStep)).orElse(nextStep);
    }

    /** Adds work for a moment, or for the present one if that is over. */
    void at(Instant moment, Runnable work) {
        agenda.add(moment.isBefore(present) ? present : moment, work);
    }

    void runUntil(Instant target) {
        if (running.isHeldByCurrentThread()) {
            throw order("The city was asked to go on to `" + target + "` while it is going on.");
        }
        running.lock();
        try {
            if (target.isBefore(present)) {
                throw order("The city is at `" + present + "` and cannot go back to `" + target + "`.");
            }
            while (!closed && runOne(target)) {
                // each turn does one thing
            }
            moveTo(target);
        } finally {
            running.unlock();
        }
    }

    /** Runs nothing more, and then the last work. */
    void close(Runnable last) {
        closed = true;
        running.lock();
        try {
            last.run();
        } finally {
            running.unlock();
        }
    }

    private boolean runOne(Instant target) {
        Instant boundary = nextStep;
        Optional<Agenda.Item> due = agenda.poll(boundary.isAfter(target) ? target : boundary);
        if (due.isPresent()) {
            moveTo(due.get().moment());
            due.get().work().run();
            return true;
        } else if (boundary.isAfter(target)) {
            return false;
        }
        moveTo(boundary);
        nextStep = boundary.plus(step);
        stepEnd.accept(boundary);
        return true;
    }

    private void moveTo(Instant moment) {
        if (moment.isAfter(present)) {
            present = moment;
        }
        if (clock instanceof VirtualClock hands && hands.now().isBefore(moment)) {
            hands.advanceTo(moment);
        }
    }

    /** The first end of a step that is not before a moment. */
    Instant stepEndFrom(Instant moment) {
        return boundaryFrom(moment, step);
    }

    // Boundaries lie on multiples of the step since 1970, so quarters of an hour are those of the clock on the wall.
    private static Instant boundaryFrom(Instant start, Duration step) {
        long millis = step.toMillis();
        Instant floor = Instant.ofEpochMilli(Math.floorDiv(start.toEpochMilli(), millis) * millis);
        return floor.isBefore(start) ? floor.plus(step) : floor;
    }

    private static CityTwinException order(String problem) {
        return new CityTwinException(
                CoreError.ORDER, problem, "Maybe let one caller go on, each time to a later moment.");
    }
}
