package io.citytwin.rules.internal.yaml;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.ErrorCode;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.regulation.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the readers of one folder share: its bytes, the asset types, and the problems found so far. For one thread at a
 * time.
 */
final class FolderReading {

    private static final int MOST_PROBLEMS = 200;

    private final RawFolder folder;
    private final AssetTypes types;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> spoiltNames = new HashSet<>();
    private final Set<String> usedFiles = new HashSet<>();
    private int left;

    FolderReading(RawFolder folder, AssetTypes types) {
        this.folder = folder;
        this.types = types;
        folder.problems().forEach(this::report);
    }

    RawFolder folder() {
        return folder;
    }

    AssetTypes types() {
        return types;
    }

    void report(Problem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        } else {
            left++;
        }
    }

    void error(ErrorCode code, Place place, String what, String advice) {
        report(Problem.error(code, place, what, advice));
    }

    /** A name whose declaration is spoilt, so that uses of it are not reported as well. */
    void spoilt(String name) {
        spoiltNames.add(name);
    }

    boolean isSpoilt(String name) {
        return spoiltNames.contains(name);
    }

    Set<String> spoiltNames() {
        return spoiltNames;
    }

    /** A table that some value names. */
    void used(String file) {
        usedFiles.add(file);
    }

    boolean isUsed(String file) {
        return usedFiles.contains(file);
    }

    /** What the core reads, with its complaint put at a place of the folder. */
    <T> Optional<T> reading(ErrorCode code, Place place, Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (CityTwinException refused) {
            error(code, place, refused.problem(), refused.advice());
            return Optional.empty();
        }
    }

    /** All problems; {@code left} of them were too many to keep. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    int left() {
        return left;
    }
}
