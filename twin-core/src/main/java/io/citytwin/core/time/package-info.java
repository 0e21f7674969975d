/**
 * Time as regulations speak of it. A {@link io.citytwin.core.time.CityClock} is the only source of "now"; a
 * {@link io.citytwin.core.time.CivilCalendar} turns instants into civil days and knows the holidays;
 * {@link io.citytwin.core.time.Weekdays}, {@link io.citytwin.core.time.Season},
 * {@link io.citytwin.core.time.HourWindow} and {@link io.citytwin.core.time.DailyInstant} are read from short texts;
 * {@link io.citytwin.core.time.DayIndicator} makes one {@link io.citytwin.core.time.DayValue} of a day's readings, and
 * {@link io.citytwin.core.time.Run} counts consecutive days. Nothing here depends on the machine's zone or locale.
 */
@NullMarked
package io.citytwin.core.time;

import org.jspecify.annotations.NullMarked;
