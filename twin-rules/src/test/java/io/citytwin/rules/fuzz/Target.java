package io.citytwin.rules.fuzz;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.verify.CaseRunner;
import io.citytwin.rules.internal.verify.City;
import io.citytwin.rules.internal.yaml.Layers;
import io.citytwin.rules.internal.yaml.RawFolder;
import io.citytwin.rules.internal.yaml.SchemaCheck;
import io.citytwin.rules.internal.yaml.YamlReader;
import io.citytwin.rules.regulation.Regulation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** A loader, what it is fed with, and what must hold whatever that is. */
enum Target {
    /** A YAML file against all schemas. */
    YAML(".yaml") {
        @Override
        void read(byte[] input, Path place) {
            String text = new String(input, StandardCharsets.UTF_8);
            List<Problem> problems = new ArrayList<>();
            YamlReader.read("x.yaml", text, problems::add)
                    .ifPresent(root -> Stream.of(
                                    SchemaCheck.REGULATION, SchemaCheck.PARAMETERS, SchemaCheck.STATE, SchemaCheck.CASE)
                            .forEach(schema -> schema.check(root, problem -> {
                                if (problems.size() < SOME) {
                                    problems.add(problem);
                                }
                            })));
            Claims.hold(problems, Map.of("x.yaml", text), 1);
        }
    },

    /** A table of a sound folder. */
    TABLE(".csv") {
        @Override
        void read(byte[] input, Path place) {
            linked(folders("tables/stopped.csv", input));
        }
    },

    /** The rules of a sound folder; if nothing is wrong with them, an engine is made. */
    RULES(".drl") {
        @Override
        void read(byte[] input, Path place) {
            Layers.Linked linked = linked(folders("rules.drl", input));
            if (linked.problems().stream().noneMatch(Target::isError)) {
                RegulationEngine.builder()
                        .regulations(List.copyOf(linked.regulations().values()))
                        .build()
                        .close();
            }
        }
    },

    /** A case of a sound folder; if nothing is wrong with it, it is run. */
    CASE(".yaml") {
        @Override
        void read(byte[] input, Path place) {
            List<RawFolder> folders = folders("cases/one.yaml", input);
            List<Regulation> law = List.copyOf(linked(folders).regulations().values());
            for (Regulation one : law) {
                City city = city(law).around(one);
                List<Problem> problems = new CaseRunner(city).check();
                Claims.hold(problems, texts(folders), 1);
                if (problems.isEmpty()) {
                    new CaseRunner(city).run();
                }
            }
        }
    },

    /** A directory of folders. */
    FOLDER(".bytes") {
        @Override
        void prepare(byte[] input, Path place) {
            FolderDraw.write(input, place, place.resolveSibling("outside"));
        }

        @Override
        void read(byte[] input, Path place) {
            RegulationBundle bundle = RegulationBundle.directory(place);
            List<Problem> problems = new ArrayList<>(bundle.report().problems());
            for (Regulation one : bundle.regulations()) {
                problems.addAll(new CaseRunner(city(bundle.regulations()).around(one)).check());
            }
            Claims.hold(problems, onDisk(place), Math.max(1, bundle.report().folders()));
            if ((bundle.report().text() + bundle.regulations()).contains("leaked")) {
                throw new AssertionError("escape: what lies outside was read");
            }
        }
    };

    private static final int SOME = 200;
    private static final String SPOILT = "smoke-rules";

    private final String ending;

    Target(String ending) {
        this.ending = ending;
    }

    /** Files of the tests that end so are where the search begins. */
    String ending() {
        return ending;
    }

    /** Writes what is to be read, if anything, below an empty directory. */
    void prepare(byte[] input, Path place) {}

    /** Reads it; fails if what must hold does not. */
    abstract void read(byte[] input, Path place);

    private static boolean isError(Problem problem) {
        return problem.severity() == Problem.Severity.ERROR;
    }

    private static City city(List<Regulation> regulations) {
        return City.of(regulations, AssetTypes.builtIn(), CivilCalendar.italy());
    }

    /** The made-up smoke rules and what they use, with one file replaced. */
    private static List<RawFolder> folders(String file, byte[] input) {
        SortedMap<String, byte[]> spoilt = Trees.folder(0, SPOILT);
        spoilt.keySet().removeIf(name -> name.startsWith("cases/"));
        spoilt.put(file, input);
        return List.of(
                new RawFolder("heating", Trees.folder(0, "heating"), List.of()),
                new RawFolder(SPOILT, spoilt, List.of()));
    }

    private static Layers.Linked linked(List<RawFolder> folders) {
        Layers.Linked linked = Layers.read(folders, AssetTypes.builtIn()).link().all();
        Claims.hold(linked.problems(), texts(folders), folders.size());
        return linked;
    }

    private static Map<String, String> texts(List<RawFolder> folders) {
        Map<String, String> texts = new HashMap<>();
        folders.forEach(folder -> folder.files()
                .forEach((name, bytes) ->
                        texts.put(folder.path() + "/" + name, new String(bytes, StandardCharsets.UTF_8))));
        return texts;
    }

    private static Map<String, String> onDisk(Path place) {
        Map<String, String> texts = new HashMap<>();
        for (Path file : Trees.files(place)) {
            if (!Files.isSymbolicLink(file)) {
                texts.put(place.relativize(file).toString(), new String(Trees.bytes(file), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
