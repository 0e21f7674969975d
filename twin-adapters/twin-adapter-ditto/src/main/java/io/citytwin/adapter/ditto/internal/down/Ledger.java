package io.citytwin.adapter.ditto.internal.down;

import io.citytwin.core.model.TwinId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * Which revisions of each Thing were seen: by an event, by the answer to an own command, or by reading. Ditto sends no
 * event to the session that caused it, so a hole between two events is either an own command or an event that was lost.
 * Safe for use by many threads.
 */
public final class Ledger {

    // More than this many revisions beyond a hole: the hole stays one until the Thing is read, so none need be kept.
    private static final int MOST_AHEAD = 256;

    private final Map<TwinId, Page> pages = new HashMap<>();
    private final List<Waiter> waiters = new ArrayList<>();

    /**
     * Notes an event.
     *
     * @param thing whose
     * @param revision of the Thing after it
     * @param whole whether the event tells the whole Thing
     * @return false if it tells nothing new
     */
    public synchronized boolean event(TwinId thing, long revision, boolean whole) {
        Page page = page(thing);
        if (revision <= page.known || page.ahead.contains(revision)) {
            return false;
        }
        if (whole) {
            page.read(revision);
        } else {
            page.note(revision);
        }
        wake();
        return true;
    }

    /**
     * Notes that an own command is on its way.
     *
     * @param thing on which
     */
    public synchronized void begin(TwinId thing) {
        page(thing).underway++;
    }

    /**
     * Notes how an own command ended.
     *
     * @param thing on which
     * @param revision after it; empty if it did nothing, or nobody knows
     */
    public synchronized void end(TwinId thing, OptionalLong revision) {
        Page page = page(thing);
        page.underway--;
        if (revision.isPresent() && revision.getAsLong() > page.known) {
            page.note(revision.getAsLong());
        }
        wake();
    }

    /**
     * Whether an event of a Thing was missed.
     *
     * @param thing whose
     * @return true if there is a hole that no own command on its way can fill
     */
    public synchronized boolean gap(TwinId thing) {
        Page page = pages.get(thing);
        return page != null && page.underway == 0 && !page.ahead.isEmpty();
    }

    /**
     * Notes that a Thing was read.
     *
     * @param thing which
     * @param revision that was read
     * @return false if later ones are known already, so that what was read must not be used
     */
    public synchronized boolean read(TwinId thing, long revision) {
        Page page = page(thing);
        boolean newest = revision >= page.known && (page.ahead.isEmpty() || revision >= page.ahead.last());
        if (newest) {
            page.read(revision);
            wake();
        }
        return newest;
    }

    /**
     * The revision up to which all is known.
     *
     * @param thing whose
     * @return empty if the Thing was never read
     */
    public synchronized OptionalLong known(TwinId thing) {
        Page page = pages.get(thing);
        return page == null || page.known < 0 ? OptionalLong.empty() : OptionalLong.of(page.known);
    }

    /**
     * Forgets a Thing that is gone, or began anew.
     *
     * @param thing which
     */
    public synchronized void forget(TwinId thing) {
        Page page = pages.get(thing);
        if (page != null) {
            page.known = -1;
            page.ahead.clear();
            if (page.underway == 0) {
                pages.remove(thing);
            }
        }
    }

    /**
     * How many Things are known.
     *
     * @return from 0
     */
    public synchronized long size() {
        return pages.values().stream().filter(page -> page.known >= 0).count();
    }

    /**
     * Waits for a revision.
     *
     * @param thing whose
     * @param revision that somebody else was told
     * @return completes once it was seen here
     */
    public synchronized CompletableFuture<Void> reached(TwinId thing, long revision) {
        Waiter waiter = new Waiter(thing, revision, new CompletableFuture<>());
        waiters.add(waiter);
        wake();
        return waiter.done;
    }

    private Page page(TwinId thing) {
        return pages.computeIfAbsent(thing, id -> new Page());
    }

    private void wake() {
        waiters.removeIf(waiter -> {
            Page page = page(waiter.thing);
            boolean there = page.known >= waiter.revision || page.ahead.contains(waiter.revision);
            return waiter.done.isDone() || (there && waiter.done.complete(null));
        });
    }

    private record Waiter(TwinId thing, long revision, CompletableFuture<Void> done) {}

    private static final class Page {
        private long known = -1;
        private int underway;
        private final TreeSet<Long> ahead = new TreeSet<>();

        private void note(long revision) {
            ahead.add(revision);
            while (ahead.remove(known + 1)) {
                known++;
            }
            while (ahead.size() > MOST_AHEAD) {
                ahead.pollFirst();
            }
        }

        private void read(long revision) {
            known = Math.max(known, revision);
            ahead.headSet(known, true).clear();
            while (ahead.remove(known + 1)) {
                known++;
            }
        }
    }
}
