package io.citytwin.rules.fuzz;

import java.io.FilePermission;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Refuses what reading a folder does not need while one is read: files elsewhere, writing, the network, other programs,
 * class loaders, the end of the process, threads. It is the virtual machine's own watch, which newer ones no longer have.
 */
@SuppressWarnings("removal")
final class EscapeWatch extends SecurityManager {

    private static final Set<String> NEVER =
            Set.of("createSecurityManager", "setIO", "setFactory", "shutdownHooks", "queuePrintJob");

    private static final String SETTINGS = "org.drools.core.util.ConfFileUtils";

    private static final ThreadLocal<Path> WATCHED = new ThreadLocal<>();

    private final List<Path> readable;

    private EscapeWatch(List<Path> readable) {
        this.readable = readable;
    }

    /** Switches the watch on for this process. */
    static EscapeWatch install() {
        Stream<String> classPath =
                Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator));
        List<Path> readable = new ArrayList<>(
                classPath.map(Path::of).map(Path::toAbsolutePath).toList());
        readable.add(Path.of(System.getProperty("java.home")));
        EscapeWatch watch = new EscapeWatch(readable);
        System.setSecurityManager(watch);
        return watch;
    }

    /** Does the work with nothing but the files below `folder`. */
    void over(Path folder, Runnable work) {
        long threads = threads();
        WATCHED.set(folder.toAbsolutePath());
        try {
            work.run();
        } finally {
            WATCHED.remove();
        }
        if (threads() != threads) {
            throw new AssertionError("escape: a thread was started");
        }
    }

    private static long threads() {
        return ManagementFactory.getThreadMXBean().getTotalStartedThreadCount();
    }

    @Override
    public void checkPermission(Permission permission) {
        Path folder = WATCHED.get();
        if (folder == null) {
            return;
        }
        boolean refused = permission instanceof FilePermission file
                ? !file.getActions().equals("read") || !(isReadable(file.getName(), folder) || isOfTheEngine())
                : permission instanceof java.net.SocketPermission
                        || permission.getName().startsWith("exitVM")
                        || NEVER.contains(permission.getName())
                        || (permission.getName().equals("createClassLoader") && !isOfTheEngine());
        if (refused) {
            WATCHED.remove();
            throw new AssertionError("escape: " + permission);
        }
    }

    @Override
    public void checkPermission(Permission permission, Object context) {
        checkPermission(permission);
    }

    private boolean isReadable(String name, Path folder) {
        Path path = Path.of(name).toAbsolutePath().normalize();
        return path.startsWith(folder)
                || folder.startsWith(path)
                || readable.stream().anyMatch(path::startsWith);
    }

    /** The rule engine wraps the loader of its own classes, and looks for settings of the machine's owner. */
    private boolean isOfTheEngine() {
        return Arrays.stream(getClassContext())
                .map(Class::getName)
                .anyMatch(type -> type.startsWith("org.drools.wiring.") || type.equals(SETTINGS));
    }
}
