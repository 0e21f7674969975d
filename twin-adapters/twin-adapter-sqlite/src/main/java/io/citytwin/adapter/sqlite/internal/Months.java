package io.citytwin.adapter.sqlite.internal;

import io.citytwin.adapter.sqlite.JournalError;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.privacy.PeriodKeys;
import io.citytwin.core.time.CivilCalendar;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The keys of months, read once. Safe for use by many threads. */
public final class Months {

    private static final int YEAR = 100;
    private static final int LAST_MONTH = 12;

    private final Optional<PeriodKeys> keys;
    private final Map<Integer, MonthKey> read = new HashMap<>();

    /**
     * Keys from a folder.
     *
     * @param keys empty if nothing personal can be read or written
     */
    public Months(Optional<PeriodKeys> keys) {
        this.keys = keys;
    }

    /**
     * Keys from a folder that is there, for who only reads: in a mistyped one everything would look erased.
     *
     * @param folder none, if nothing personal is to be read
     * @return keys
     * @throws CityTwinException {@code C111} if there is no such folder
     */
    public static Months in(Optional<Path> folder) {
        folder.filter(path -> !Files.isDirectory(path)).ifPresent(path -> {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ, "`" + path + "` is no folder.", "Maybe it is in another place.");
        });
        return new Months(folder.map(PeriodKeys::in));
    }

    /**
     * The civil month of a moment in Europe/Rome.
     *
     * @param moment any
     * @return such as 202611
     */
    public static int of(Instant moment) {
        return of(YearMonth.from(CivilCalendar.italy().dateOf(moment)));
    }

    /**
     * A month as a number.
     *
     * @param month any
     * @return such as 202611
     */
    public static int of(YearMonth month) {
        return month.getYear() * YEAR + month.getMonthValue();
    }

    private static boolean isMonth(int number) {
        int month = Math.floorMod(number, YEAR);
        return number > 0 && month >= 1 && month <= LAST_MONTH;
    }

    static YearMonth month(int number) {
        return YearMonth.of(number / YEAR, Math.floorMod(number, YEAR));
    }

    /** Whether there is a folder, so that a month without a key is known to be erased. */
    boolean isFolder() {
        return keys.isPresent();
    }

    /** The key of a month; empty if it was erased, or if there is no folder. */
    synchronized Optional<MonthKey> find(int month) {
        MonthKey known = read.get(month);
        if (known == null && !isMonth(month)) {
            return Optional.empty(); // the file was changed, which verifying shows
        }
        return known != null
                ? Optional.of(known)
                : keys.flatMap(folder -> guarded(month, () -> folder.find(month(month))))
                        .map(secret -> keep(month, secret));
    }

    /** The key of a month, made if it is not there. */
    synchronized MonthKey findOrMake(int month) {
        return find(month).orElseGet(() -> keep(month, guarded(month, () -> folder().findOrMake(month(month)))));
    }

    synchronized void destroy(int month) {
        read.remove(month);
        guarded(month, () -> {
            folder().destroy(month(month));
            return true;
        });
    }

    private static <T> T guarded(int month, Supplier<T> question) {
        try {
            return question.get();
        } catch (UncheckedIOException failure) {
            throw new CityTwinException(
                    JournalError.DISK,
                    "The key of `" + month(month) + "` cannot be read or written: `" + failure.getMessage() + "`.",
                    "Maybe look at the disk of the folder of keys and at who may write there.",
                    failure);
        }
    }

    private MonthKey keep(int month, byte[] secret) {
        MonthKey key = new MonthKey(secret);
        read.put(month, key);
        return key;
    }

    private PeriodKeys folder() {
        return keys.orElseThrow(() -> new CityTwinException(
                JournalError.KEY,
                "A personal entry came to a journal that has no folder for keys.",
                "Maybe name one when the journal is built, apart from its file."));
    }
}
