package io.citytwin.core.sync;

import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.spi.Journal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What was kept of a city, with what is not written down yet. While an earlier run is played again, only what came before
 * the entry that is being played is there. Safe for use by many threads.
 */
final class CityHistory implements Governor.History {

    private final Journal journal;
    private final InputCodec codec;
    private final Minutes minutes;
    private final Retention retention;
    private volatile long until = Long.MAX_VALUE;

    CityHistory(Journal journal, InputCodec codec, Minutes minutes, Retention retention) {
        this.journal = journal;
        this.codec = codec;
        this.minutes = minutes;
        this.retention = retention;
    }

    /** An earlier run is taken up. */
    void restore() {
        retention.restore();
    }

    /** An entry is being played again. */
    void playing(long number) {
        until = number;
    }

    /** All entries were played again. */
    void live() {
        until = Long.MAX_VALUE;
    }

    @Override
    public void inputs(Consumer<Input> reader) {
        inputs(base -> {}, reader);
    }

    @Override
    public Optional<Instant> erasedUntil() {
        return retention.base().map(Retention.Stand::at);
    }

    @Override
    public void inputs(Consumer<Governor.Footing> base, Consumer<Input> reader) {
        retention.hold(stand -> {
            stand.ifPresent(kept -> base.accept(new Governor.Footing(kept.at(), retention.state(kept))));
            journal.replay(InputCodec.STREAM, stand.map(Retention.Stand::number).orElse(0L), kept -> {
                if (kept.number() < until) {
                    read(kept.entry(), reader);
                }
            });
            minutes.unwritten().forEach(entry -> read(entry, reader));
        });
    }

    private void read(Journal.Entry entry, Consumer<Input> reader) {
        if (entry.stream().equals(InputCodec.STREAM) && !Intake.isRemoval(entry)) {
            reader.accept(codec.read(entry));
        }
    }

    @Override
    public void decisions(String stream, Consumer<Journal.Entry> reader) {
        journal.replay(stream, 0, kept -> reader.accept(kept.entry()));
        minutes.unwritten().stream()
                .filter(entry -> entry.stream().equals(stream))
                .forEach(reader);
    }

    @Override
    public void decisions(String stream, String key, Consumer<Journal.Entry> reader) {
        journal.replay(stream, key, kept -> reader.accept(kept.entry()));
        minutes.unwritten().stream()
                .filter(entry -> entry.stream().equals(stream) && entry.key().equals(key))
                .forEach(reader);
    }
}
