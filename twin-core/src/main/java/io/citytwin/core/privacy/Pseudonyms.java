package io.citytwin.core.privacy;

import io.citytwin.core.time.CityClock;
import io.citytwin.core.time.CivilCalendar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for plates and people that do not tell who it is: HMAC-SHA256 under a random key that lives for one period. The
 * same words have the same name within a period and another one in the next. The key is destroyed a day after the last of
 * its period, as counters are, so that a passage of the last evening still counts; from then on nobody can find out who a
 * name was. Safe for use by many threads.
 */
public final class Pseudonyms {

    private static final String HMAC = "HmacSHA256";
    private static final int NAME_BYTES = 16;
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final CityClock clock;
    private final CivilCalendar calendar;
    private final UnaryOperator<LocalDate> firstDay;
    private final UnaryOperator<LocalDate> nextFirstDay;
    private final Keys keys;

    private Pseudonyms(
            CityClock clock,
            CivilCalendar calendar,
            UnaryOperator<LocalDate> firstDay,
            UnaryOperator<LocalDate> nextFirstDay,
            Keys keys) {
        this.clock = clock;
        this.calendar = calendar;
        this.firstDay = firstDay;
        this.nextFirstDay = nextFirstDay;
        this.keys = keys;
    }

    /**
     * Names for one day, under keys that are in memory only: for vehicles that nothing counts.
     *
     * @param clock tells which days are over
     * @param calendar tells when a day begins
     * @return names that no restart outlives
     */
    public static Pseudonyms daily(CityClock clock, CivilCalendar calendar) {
        return new Pseudonyms(clock, calendar, day -> day, day -> day.plusDays(1), new MemoryKeys());
    }

    /**
     * Names for a counting year, under keys in files: for people of whom a counter must know that it is they again.
     *
     * @param starts first day of each period, as the counter declares it
     * @param folder of the keys, one process at a time; keep it apart from all data, and out of every copy that lasts longer
     * @param clock tells which periods are over
     * @param calendar tells when a day begins
     * @return names that last as long as the counter; keys of periods that are over are destroyed at once
     */
    public static Pseudonyms yearly(MonthDay starts, Path folder, CityClock clock, CivilCalendar calendar) {
        Pseudonyms names = new Pseudonyms(
                clock,
                calendar,
                day -> starts.atYear(day.isBefore(starts.atYear(day.getYear())) ? day.getYear() - 1 : day.getYear()),
                first -> starts.atYear(first.getYear() + 1),
                new FileKeys(folder));
        names.destroyOver();
        return names;
    }

    /**
     * The name of somebody at a moment.
     *
     * @param words a plate or another mark; case, blanks and signs make no difference
     * @param at when it was read
     * @return letters and digits; empty if the key of that period was destroyed
     */
    public synchronized Optional<String> of(String words, Instant at) {
        destroyOver();
        LocalDate first = firstDay.apply(calendar.dateOf(at));
        return isOver(first) ? Optional.empty() : Optional.of(hashed(words, keys.of(first)));
    }

    /** Destroys the keys of periods that are over; reading a name does so as well. Call it each day. */
    public synchronized void destroyOver() {
        keys.periods().stream().filter(this::isOver).forEach(keys::destroy);
    }

    private boolean isOver(LocalDate first) {
        return calendar.dateOf(clock.now()).isAfter(nextFirstDay.apply(first));
    }

    private static String hashed(String words, byte[] key) {
        String plain = NO_LETTER_OR_DIGIT.matcher(words).replaceAll("").toUpperCase(Locale.ROOT);
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            byte[] hash = mac.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never); // every Java has it
        }
    }
}
