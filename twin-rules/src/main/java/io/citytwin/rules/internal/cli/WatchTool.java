package io.citytwin.rules.internal.cli;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.Console;
import io.citytwin.core.time.SystemClock;
import io.citytwin.rules.bundle.FolderHistory;
import io.citytwin.rules.bundle.FolderWatch;
import io.citytwin.rules.bundle.FolderWatch.Change;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code watch}: checks, tests and keeps regulation folders at each save. For one thread at a time. */
public final class WatchTool extends AbstractTool {

    private static final String ONCE = "--once";
    private static final Duration AT_LEAST = Duration.ofSeconds(2);

    /** The tool as the launcher finds it. */
    public WatchTool() {
        super(
                "watch",
                "At each save, says what is wrong, runs the cases, says what changed in law and keeps a version.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(path("DIR", "Folder that is one, or has some below it. Without it, the current one."));
        spec.addOption(Folders.trustOption());
        spec.addOption(flag(ONCE, "Looks once and ends: 0 if all is well, 1 if not."));
    }

    @Override
    List<String> examples() {
        return List.of("regulations/northland", "--once regulations/northland");
    }

    @Override
    int call(ParseResult words, Console console) {
        String given = words.matchedPositionalValue(0, ".");
        Path directory = path(words, console).orElse(console.folder());
        RegulationBundle shipped = RegulationBundle.classpath();
        FolderHistory history = FolderHistory.of(directory, new SystemClock());
        FolderWatch watch = FolderWatch.of(directory, shipped, AssetTypes.builtIn(), Folders.trust(words, console));
        WatchText text = new WatchText(given, history, console);
        Optional<List<Regulation>> last = lastKept(history, shipped);
        Change first = watch.look().orElseThrow(() -> writing(given));
        if (first.report().folders() == 0) {
            throw refused("`" + given + "` holds no regulation folder.", "Maybe a folder above or below is meant.");
        }
        boolean well = text.print(first, last);
        if (has(words, ONCE)) {
            return well ? OK : FINDINGS;
        }
        follow(watch, text, given, console);
        return OK;
    }

    /** The law of the newest version, if it loads. */
    private static Optional<List<Regulation>> lastKept(FolderHistory history, RegulationBundle shipped) {
        return history.versions().stream()
                .reduce((older, newer) -> newer)
                .map(newest -> shipped.and(RegulationBundle.directory(history.folder(newest)))
                        .top()
                        .regulations());
    }

    private static CityTwinException writing(String given) {
        return new CityTwinException(
                RulesError.UNSTEADY, "Somebody is writing into `" + given + "`.", "Maybe try again in a moment.");
    }

    private static void follow(FolderWatch watch, WatchText text, String given, Console console) {
        FolderWatch.Follower follower = watch.follow(AT_LEAST, change -> reaction(change, text, console));
        try {
            console.out().println("Watching " + given + "; Ctrl-C ends it.");
            console.out().flush();
            new CountDownLatch(1).await();
        } catch (InterruptedException end) {
            console.out().println("Ended.");
        } finally {
            follower.close();
        }
    }

    /** What cannot be kept now may be kept after the next save. */
    private static void reaction(Change change, WatchText text, Console console) {
        try {
            console.out().println();
            boolean ignored = text.print(change, Optional.of(change.before()));
        } catch (CityTwinException refused) {
            console.err().println(refused.getMessage());
            console.err().flush();
        }
    }
}
