package io.citytwin.rules.fuzz;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.regulation.Place;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every list of problems must keep to, whatever was read. */
final class Claims {

    /** The most problems of one folder that are shown, and what linking adds to them. */
    private static final int MOST_OF_A_FOLDER = 300;

    private static final Pattern JAVA = Pattern.compile("\\b(java|javax|io\\.citytwin|org\\.[a-z]+)\\.[a-z]+\\.\\w+");

    private Claims() {}

    /** Each problem says something and lies in a file that was read. */
    static void hold(Collection<Problem> problems, Map<String, String> texts, int folders) {
        if (problems.size() > folders * MOST_OF_A_FOLDER) {
            throw new AssertionError("`" + problems.size() + "` problems of `" + folders + "` folders");
        }
        for (Problem problem : problems) {
            if (problem.what().isBlank() || problem.advice().isBlank()) {
                throw new AssertionError("says nothing: " + problem);
            }
            place(problem, Optional.ofNullable(texts.get(problem.place().file())));
            noJava(problem, texts.values());
        }
    }

    private static void place(Problem problem, Optional<String> text) {
        Place place = problem.place();
        List<String> lines = List.of(text.orElse("").split("\r\n|\r|\n", -1));
        boolean inside = place.line() >= 1
                && place.column() >= 1
                && place.line() <= lines.size()
                && place.column() <= lines.get(place.line() - 1).length() + 1;
        if (!inside) {
            throw new AssertionError("outside of the file: " + problem);
        }
    }

    /** A message quotes what it likes, but its own words name no type. */
    private static void noJava(Problem problem, Collection<String> texts) {
        Matcher java = JAVA.matcher(problem.what() + " " + problem.advice());
        while (java.find()) {
            String type = java.group();
            if (texts.stream().noneMatch(text -> text.contains(type))) {
                throw new AssertionError("names a type: " + problem);
            }
        }
    }
}
