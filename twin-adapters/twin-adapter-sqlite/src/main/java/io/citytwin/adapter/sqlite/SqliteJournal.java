package io.citytwin.adapter.sqlite;

import io.citytwin.adapter.sqlite.internal.Months;
import io.citytwin.adapter.sqlite.internal.Reader;
import io.citytwin.adapter.sqlite.internal.Writer;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.time.CivilCalendar;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A journal in one SQLite file. What {@link #append} was given is on the disk when it returns, all or none of it, whatever
 * happens to the process or the power. Safe for use by many threads.
 *
 * <p>Each append costs one write to the disk, so add a whole step at once. Errors of any call: {@code J501} no room left,
 * {@code J505} damaged file, {@code J506} failing disk, {@code J507} another key or no folder of keys, {@code J508} closed.
 * After {@code J501} and {@code J506} the journal can be used again; the same batch may be appended again.
 */
public final class SqliteJournal implements Journal {

    private final Writer writer;
    private final Reader reader;
    private final Optional<Period> keepPersonal;

    SqliteJournal(Path file, Months months, Optional<Period> keepPersonal) {
        this.keepPersonal = keepPersonal;
        this.writer = Writer.open(file, months, () -> {});
        boolean open = false;
        try {
            this.reader = Reader.open(file, months);
            open = true;
        } finally {
            if (!open) {
                writer.close();
            }
        }
    }

    /**
     * Says where a journal lies.
     *
     * @return an empty builder
     */
    public static SqliteJournalBuilder builder() {
        return new SqliteJournalBuilder();
    }

    @Override
    public long append(List<Entry> batch, List<Mark> marks) {
        return writer.append(batch, marks);
    }

    @Override
    public void replay(String stream, long after, Consumer<Numbered> each) {
        reader.replay(Set.of(stream), after, each);
    }

    @Override
    public void replay(String stream, String key, Consumer<Numbered> each) {
        reader.replay(stream, key, each);
    }

    @Override
    public void replay(Set<String> streams, long after, Consumer<Numbered> each) {
        reader.replay(streams, after, each);
    }

    @Override
    public Optional<Marked> mark(String name) {
        return reader.mark(name);
    }

    /**
     * Lets go of entries for good, and overwrites them in the file. Digests of them stay, so that the rest can still be
     * verified. Long runs are let go of in several transactions, between which others may append.
     *
     * @param streams of which
     * @param upTo number of the last entry to let go of
     */
    @Override
    public void forget(Set<String> streams, long upTo) {
        writer.forget(streams, upTo);
    }

    /**
     * Destroys the key of a month: its personal entries and marks can never be read again, here or in any copy of the file.
     * Those that come later for this month are counted and not kept.
     *
     * @param month a civil month in Europe/Rome
     * @throws CityTwinException {@code J507} if the journal has no folder of keys
     */
    public void erase(YearMonth month) {
        writer.erase(month);
    }

    /**
     * Erases the months that have been over for as long as personal entries are kept; none if the builder was not told how
     * long. Call it each day.
     *
     * @param now the present moment
     * @return the months that were erased, the first one first
     */
    public List<YearMonth> eraseBefore(Instant now) {
        LocalDate today = CivilCalendar.italy().dateOf(now);
        List<YearMonth> over = keepPersonal.stream()
                .flatMap(time -> writer.held().stream()
                        .filter(month ->
                                !month.plusMonths(1).atDay(1).plus(time).isAfter(today)))
                .toList();
        over.forEach(writer::erase);
        return over;
    }

    /**
     * The hash of the newest link of the chain. Written down elsewhere, it proves to {@code citytwin journal verify --head}
     * that nothing up to here was changed or cut off.
     *
     * @return 64 hexadecimal digits
     */
    public String head() {
        return writer.head();
    }

    /**
     * What was written since this journal was opened.
     *
     * @return counts and times
     */
    public JournalStatistics statistics() {
        return writer.statistics();
    }

    /** Lets the file grow no further, as a full disk does. */
    void limit(long pages) {
        writer.limit(pages);
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
