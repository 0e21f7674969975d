package io.citytwin.core.time;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.time.LocalTime;

/** What the readers of windows share. Immutable. */
final class WindowText {

    /** A minute of the day. */
    static final String TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";

    private WindowText() {}

    static CityTwinException refused(String text, String what, String advice) {
        return new CityTwinException(CoreError.WINDOW, "`" + text + "` is not " + what + ".", advice);
    }

    /** Hours and minutes, whatever the seconds. */
    static String minute(LocalTime time) {
        return twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute());
    }

    static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    static boolean hasSeconds(LocalTime time) {
        return time.getSecond() != 0 || time.getNano() != 0;
    }
}
