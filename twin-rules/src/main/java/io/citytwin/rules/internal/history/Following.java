package io.citytwin.rules.internal.history;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.rules.error.RulesError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A thread that looks at a tree whenever something in it is saved. Safe for use by many threads. */
public final class Following {

    private static final String NAME = "citytwin-watch";

    private final Path directory;
    private final Duration atLeast;
    private final Runnable look;
    private final WatchService service;
    private final Set<Path> registered = new HashSet<>();
    private final Thread thread = new Thread(this::follow, NAME);

    private Following(Path directory, Duration atLeast, Runnable look, WatchService service) {
        this.directory = directory;
        this.atLeast = atLeast;
        this.look = look;
        this.service = service;
        thread.setDaemon(true);
    }

    /**
     * Starts the thread.
     *
     * @param directory the tree's root
     * @param atLeast the longest time between two looks
     * @param look reads the tree
     * @return what ends the thread
     */
    public static Following start(Path directory, Duration atLeast, Runnable look) {
        try {
            Following following = new Following(
                    directory, atLeast, look, directory.getFileSystem().newWatchService());
            following.thread.start();
            return following;
        } catch (IOException failure) {
            throw new CityTwinException(
                    RulesError.HISTORY,
                    "Nobody can watch `" + directory + "`: `" + failure.getMessage() + "`.",
                    "Maybe too many programs watch folders; `--once` looks without watching.",
                    failure);
        }
    }

    private void follow() {
        try (service) {
            while (true) {
                // Before the look, so that nothing saved after it is missed.
                register();
                lookIfThere();
                awake(Optional.ofNullable(service.poll(atLeast.toNanos(), TimeUnit.NANOSECONDS)));
            }
        } catch (ClosedWatchServiceException | InterruptedException | IOException end) {
            thread.interrupt();
        }
    }

    /** An editor or a drive may take the directory away for a moment. */
    private void lookIfThere() {
        try {
            look.run();
        } catch (CityTwinException refused) {
            if (refused.code() != CoreError.NOTHING_TO_READ) {
                throw refused;
            }
        }
    }

    private void awake(Optional<WatchKey> first) {
        Optional<WatchKey> key = first;
        while (key.isPresent()) {
            key.get().pollEvents();
            if (!key.get().reset()) {
                registered.remove((Path) key.get().watchable());
            }
            key = Optional.ofNullable(service.poll());
        }
    }

    /** Java watches single directories only. */
    private void register() {
        try (Stream<Path> walk = Files.find(directory, Integer.MAX_VALUE, (path, about) -> about.isDirectory())) {
            for (Path path : walk.filter(this::isRead).filter(registered::add).toList()) {
                path.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            // Then the look after the longest time finds what is new.
            registered.clear();
        }
    }

    private boolean isRead(Path path) {
        for (Path name : directory.relativize(path)) {
            if (name.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    /** Ends the thread and waits for that, unless the thread itself asks. */
    public void close() {
        try {
            service.close();
        } catch (IOException unreleased) {
            thread.interrupt();
        }
        boolean interrupted = false;
        while (thread != Thread.currentThread() && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException hurry) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
