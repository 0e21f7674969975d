package io.citytwin.rules.internal.cli;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.NearestName;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.bundle.Trust;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which regulation a tool is to apply. Safe for use by many threads. */
final class Chosen {

    private Chosen() {}

    /** The regulations of the class path, and of a folder on top of them. */
    static RegulationBundle bundle(Optional<Path> folder) {
        return bundle(folder, Trust.everything());
    }

    /** The regulations of the class path, and of a folder as far as it is trusted on top of them. */
    static RegulationBundle bundle(Optional<Path> folder, Trust trust) {
        RegulationBundle shipped = RegulationBundle.classpath();
        return folder.map(path -> shipped.and(Folders.opened(path, trust))).orElse(shipped);
    }

    /** The regulation with an id. */
    static Regulation regulation(RegulationBundle bundle, String id) {
        return bundle.find(id).orElseThrow(() -> {
            List<String> ids = bundle.regulations().stream().map(Regulation::id).toList();
            return new CityTwinException(
                    RulesError.NOT_LOADED,
                    "`" + id + "` is not loaded.",
                    NearestName.to(id, ids)
                            .map(near -> "Maybe `" + near + "`.")
                            .orElse("Maybe one of " + String.join(", ", ids)
                                    + "; `citytwin check` says why a folder was refused."));
        });
    }

    /** The only one of several, or a question which. */
    static Regulation only(List<Regulation> candidates, String what) {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        String ids = String.join(", ", candidates.stream().map(Regulation::id).toList());
        throw candidates.isEmpty()
                ? new CityTwinException(
                        RulesError.NOT_LOADED, "No regulation " + what + ".", "Maybe give its folder with --folder.")
                : AbstractTool.refused(
                        "`" + candidates.size() + "` regulations could be meant: " + ids + ".",
                        "Maybe choose one with --regulation.");
    }
}
