package io.citytwin.rules.internal.engine;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.Uninterruptibles;
import io.citytwin.core.graph.Change;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.StandingFindings;
import io.citytwin.rules.StandingFindings.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One part of the city and the one thread that writes it. Changes are handed over in batches; who comes too fast waits.
 * For one caller at a time.
 */
final class Shard {

    static final StandingFindings.Listener NOBODY = (twin, before, now) -> {};

    private static final int BATCH = 256;
    private static final int MOST_BATCHES = 64;

    private final ThreadPoolExecutor thread;
    private volatile @Nullable Thread worker;
    private List<Edit> pending = new ArrayList<>();
    private ClassTables tables;
    /** What happens is written down for tables that are being made. */
    private @Nullable List<Edit> diary;
    /** Tables under another law that are up to date. */
    private @Nullable ClassTables candidate;

    /** The first since the last step. */
    private @Nullable RuntimeException failure;

    Shard(String name, ClassTables tables) {
        this.tables = tables;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_BATCHES),
                work -> {
                    Thread fresh = new Thread(work, name);
                    fresh.setDaemon(true);
                    worker = fresh;
                    return fresh;
                },
                Shard::waitFor);
    }

    private static void waitFor(Runnable work, ThreadPoolExecutor pool) {
        if (pool.isShutdown()) {
            throw new IllegalStateException("These findings are closed.");
        }
        Uninterruptibles.putUninterruptibly(pool.getQueue(), work);
    }

    /** Something that changes tables. */
    interface Edit {
        void apply(ClassTables tables);

        static Edit of(Change change) {
            return tables -> tables.set(
                    change.twin(),
                    change.property().orElseThrow(),
                    change.value().orElse(null));
        }
    }

    /** Somebody's verdict that changed. */
    record Told(TwinId twin, Verdict before, Verdict now) {}

    void add(Edit edit) {
        pending.add(edit);
        if (pending.size() >= BATCH) {
            flush();
        }
    }

    private void flush() {
        List<Edit> batch = pending;
        pending = new ArrayList<>(BATCH);
        thread.execute(() -> apply(batch));
    }

    private void apply(List<Edit> batch) {
        for (Edit edit : batch) {
            try {
                apply(edit);
            } catch (RuntimeException broken) {
                failure = failure == null ? broken : failure;
            }
        }
    }

    private void apply(Edit edit) {
        edit.apply(tables);
        if (candidate != null) {
            edit.apply(candidate);
        } else if (diary != null) {
            diary.add(edit);
        }
    }

    /** Does something on the shard's thread, behind all that was added. */
    <T> CompletableFuture<T> ask(Function<ClassTables, T> work) {
        flush();
        return CompletableFuture.supplyAsync(() -> work.apply(tables), thread);
    }

    static <T> T wait(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** What changed in a step, and what failed in it; everything else of the step counts all the same. */
    record Ended(List<Told> told, Optional<RuntimeException> failure) {}

    /** Ends a step. */
    CompletableFuture<Ended> step() {
        return ask(same -> ended(new ArrayList<>()));
    }

    private Ended ended(List<Told> told) {
        tables.step((twin, before, now) -> told.add(new Told(tables.idOf(twin), before, now)));
        if (candidate != null) {
            candidate.step(NOBODY);
        }
        Ended ended = new Ended(told, Optional.ofNullable(failure));
        failure = null;
        return ended;
    }

    /** From now on, what happens is written down for other tables, which follow those in use. */
    void writeDown(ClassTables other) {
        wait(ask(before -> {
            other.follow(before);
            candidate = null;
            diary = new ArrayList<>();
            return true;
        }));
    }

    /** What was written down since the last time. */
    List<Edit> written() {
        return wait(ask(same -> {
            List<Edit> written = requireNonNull(diary);
            diary = new ArrayList<>();
            return written;
        }));
    }

    /** Keeps other tables up to date, which know all but what was written down last. */
    boolean keepUp(ClassTables other) {
        return wait(ask(same -> {
            requireNonNull(diary).forEach(edit -> edit.apply(other));
            other.step(NOBODY);
            diary = null;
            candidate = other;
            return true;
        }));
    }

    /** Nobody wants other tables any more. */
    void drop() {
        wait(ask(same -> {
            candidate = null;
            diary = null;
            return true;
        }));
    }

    /** Ends a step; the other tables are in use from then on. */
    CompletableFuture<Ended> turnTo(ClassTables other) {
        return ask(before -> {
            Ended ended = ended(new ArrayList<>());
            other.takeOver(before, (twin, was, is) -> ended.told().add(new Told(other.idOf(twin), was, is)));
            tables = other;
            candidate = null;
            return ended;
        });
    }

    /** Ends the thread behind all that was added. */
    void close() {
        if (!thread.isShutdown()) {
            flush();
        }
        thread.shutdown();
        Uninterruptibles.awaitTerminationUninterruptibly(thread);
        // The pool is at rest a moment before its thread has ended.
        Optional.ofNullable(worker).ifPresent(Uninterruptibles::joinUninterruptibly);
    }
}
