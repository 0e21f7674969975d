package io.citytwin.examples.milan.report;

import java.util.List;

/**
 * A province over the period. Immutable.
 *
 * @param name what people call it
 * @param stations how many stations make its daily mean
 * @param days one for each day of the period, in order
 * @param spans days with a level above the lowest, in order
 * @param held what kept decisions from being made
 */
public record Province(String name, int stations, List<Day> days, List<Span> spans, List<Held> held) {

    /** Copies the lists. */
    public Province {
        days = List.copyOf(days);
        spans = List.copyOf(spans);
        held = List.copyOf(held);
    }

    /**
     * How many days had a state.
     *
     * @param state its position among the states
     * @return a number of days
     */
    public long daysAt(int state) {
        return days.stream().filter(day -> day.state() == state).count();
    }

    /**
     * How many days kept their state because of something unknown.
     *
     * @return a number of days
     */
    public long daysHeld() {
        return days.stream().filter(Day::held).count();
    }

    /**
     * The days of a part of the period.
     *
     * @param period any days
     * @return those of this province that lie in it
     */
    public List<Day> daysIn(Period period) {
        return days.stream().filter(day -> period.contains(day.date())).toList();
    }
}
