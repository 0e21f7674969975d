package io.citytwin.rules.bundle;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.scaffold.Templates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A regulation folder to start from: one provision with its values and rule, a case that passes and one that fails on
 * purpose, and a README that says how to go on. Immutable.
 *
 * @param id dotted words, such as {@code xx.northland.smog}
 * @param title what it is called, in English
 * @param jurisdiction code of the area it holds in
 * @param authority who makes it
 * @param rank one of {@link #RANKS}
 * @param today the day that stands as the one on which values were verified
 */
public record NewFolder(String id, String title, String jurisdiction, String authority, String rank, LocalDate today) {

    /** The legal ranks, lowest first. */
    public static final List<String> RANKS =
            List.of("operator", "municipality", "province", "region", "state", "union");

    private static final Pattern ID = Pattern.compile("[a-zA-Z][\\w-]*+(?:\\.[a-zA-Z0-9][\\w-]*+)*+");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}(?:-[A-Za-z0-9]{1,12}){0,3}");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}\\u0085\\u2028\\u2029]{1,200}");
    private static final String DEFAULT_CODE = "XX-1";

    /**
     * Checks what the author says.
     *
     * @throws CityTwinException {@code R130} if the id, the code or the rank has another form
     */
    public NewFolder {
        require(ID, id, "an id", "words with dots between them, such as `xx.northland.smog`");
        require(CODE, jurisdiction, "the code of an area", "a code such as `XX-1`; two letters are a whole state");
        require(LINE, title, "a title", "some words on one line");
        require(LINE, authority, "an authority", "some words on one line");
        if (!RANKS.contains(rank)) {
            throw refused("`" + shown(rank) + "` is not a rank.", "Maybe one of " + String.join(", ", RANKS) + ".");
        }
    }

    /**
     * A folder of which only the id is known.
     *
     * @param id dotted words
     * @param today the day that stands as the one on which values were verified
     * @return a municipality's regulation called like the last word of its id
     */
    public static NewFolder of(String id, LocalDate today) {
        String last = id.substring(id.lastIndexOf('.') + 1);
        String title = last.isEmpty() ? id : Character.toUpperCase(last.charAt(0)) + last.substring(1);
        return new NewFolder(id, title, DEFAULT_CODE, "Who makes this law", "municipality", today);
    }

    /**
     * Where a folder lies unless somebody says otherwise.
     *
     * @param id dotted words
     * @return the words of the id, one directory each, with slashes
     */
    public static String path(String id) {
        return id.replace('.', '/');
    }

    /**
     * Writes the folder.
     *
     * @param folder where to; made if it is not there
     * @param called how the author calls that place, for the README
     * @return paths of the files inside the folder, sorted
     * @throws CityTwinException {@code R130} if something is there already, or the place cannot be written to
     */
    public List<String> write(Path folder, String called) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Templates.fill(Map.of(
                        "id",
                        id,
                        "title",
                        Templates.quoted(title),
                        "heading",
                        title,
                        "jurisdiction",
                        jurisdiction,
                        "authority",
                        Templates.quoted(authority),
                        "rank",
                        rank,
                        "today",
                        today.toString(),
                        "folder",
                        called.indexOf(' ') < 0 ? called : Templates.quoted(called)))
                .forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
        return write(files, folder, called);
    }

    /**
     * Writes a copy of a folder that somebody else made, such as one that a jar brings, to change values of it.
     *
     * @param files path inside the folder to bytes, as {@link RegulationBundle#files} has them
     * @param folder where to; made if it is not there
     * @param called how the author calls that place
     * @return paths of the files inside the folder, sorted
     * @throws CityTwinException {@code R130} if something is there already, or the place cannot be written to
     */
    public static List<String> copy(SortedMap<String, byte[]> files, Path folder, String called) {
        return write(files, folder, called);
    }

    private static List<String> write(SortedMap<String, byte[]> files, Path folder, String called) {
        try {
            requireEmpty(folder, called);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.resolveSibling(""));
                Files.write(path, file.getValue(), StandardOpenOption.CREATE_NEW);
            }
        } catch (FileAlreadyExistsException there) {
            throw refused("`" + shown(called) + "` is there already.", "Maybe choose another place.");
        } catch (IOException failure) {
            throw refused("`" + shown(called) + "` cannot be written.", "Maybe choose a place that you may write to.");
        }
        return new ArrayList<>(files.keySet());
    }

    private static void requireEmpty(Path folder, String called) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw refused(
                            "`" + shown(called) + "` is not empty, and nothing is ever overwritten.",
                            "Maybe choose another place, or empty it yourself.");
                }
            }
        }
    }

    private static void require(Pattern form, String text, String what, String advice) {
        if (!form.matcher(text).matches()) {
            throw refused("`" + shown(text) + "` is not " + what + ".", "Maybe " + advice + ".");
        }
    }

    private static String shown(String text) {
        return text.replaceAll("[\\p{Cntrl}`]", " ");
    }

    private static CityTwinException refused(String problem, String advice) {
        return new CityTwinException(RulesError.NEW_FOLDER, problem, advice);
    }
}
