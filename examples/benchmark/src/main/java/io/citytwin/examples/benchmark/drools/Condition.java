package io.citytwin.examples.benchmark.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A constraint of a shipped rule, taken apart so that it can stand in any pattern that sees all it compares. Immutable.
 *
 * @param pieces in their order
 */
record Condition(List<Piece> pieces) {

    private static final Pattern TOKEN =
            Pattern.compile("not in|\\$\\w+|[A-Z]\\w*\\.\\w+|[\\w.]+|==|!=|<=|>=|<|>|\\|\\||&&|[(),]");

    /** A part of a constraint. */
    sealed interface Piece {}

    /**
     * A field of a fact.
     *
     * @param pattern which of the rule's patterns the fact is
     * @param field its name
     */
    record Cell(int pattern, String field) implements Piece {}

    /**
     * Whether a name is in a set.
     *
     * @param name a field
     * @param set another field
     * @param is whether it should be
     */
    record Among(Cell name, Cell set, boolean is) implements Piece {}

    /**
     * Anything else.
     *
     * @param text as Drools reads it
     */
    record Word(String text) implements Piece {}

    /** Finds what words mean. */
    record Reader(int pattern, Map<String, Cell> bound, Function<String, String> field, ToIntFunction<String> ordinal) {

        Condition read(String text) {
            List<String> tokens = new ArrayList<>();
            Matcher matcher = TOKEN.matcher(text);
            while (matcher.find()) {
                tokens.add(matcher.group());
            }
            List<Piece> pieces = new ArrayList<>();
            for (int at = 0; at < tokens.size(); at++) {
                String next = at + 2 < tokens.size() ? tokens.get(at + 1) : "";
                boolean among = (next.equals("in") || next.equals("not in"))
                        && tokens.get(at + 2).startsWith("$");
                if (among) {
                    pieces.add(new Among(cell(tokens.get(at)), cell(tokens.get(at + 2)), next.equals("in")));
                    at += 2;
                } else {
                    pieces.add(piece(tokens.get(at)));
                }
            }
            if (pieces.size() == 1 && pieces.get(0) instanceof Cell) {
                pieces.add(new Word("== true"));
            }
            return new Condition(pieces);
        }

        private Cell cell(String token) {
            return token.startsWith("$")
                    ? Objects.requireNonNull(bound.get(token), token)
                    : new Cell(pattern, field.apply(token));
        }

        private Piece piece(String token) {
            if (token.startsWith("$")) {
                return cell(token);
            } else if (token.contains(".")) {
                return new Word(Integer.toString(ordinal.applyAsInt(token)));
            } else if (Character.isLetter(token.charAt(0)) && !token.matches("true|false|in|not in")) {
                return cell(token);
            }
            return new Word(token);
        }
    }

    /** All fields that it compares. */
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece instanceof Cell cell) {
                cells.add(cell);
            } else if (piece instanceof Among among) {
                cells.add(among.name());
                cells.add(among.set());
            }
        }
        return cells;
    }

    /** The sets of which it asks what is not in them. */
    List<Cell> whole() {
        return pieces.stream()
                .filter(Among.class::isInstance)
                .map(Among.class::cast)
                .filter(among -> !among.is())
                .map(Among::set)
                .toList();
    }

    /** As Drools reads it where fields are called as the function says, and some sets are split into their names. */
    String text(Style style, Function<Cell, String> called, Predicate<Cell> splits) {
        List<String> words = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece instanceof Cell cell) {
                words.add(called.apply(cell));
            } else if (piece instanceof Among among) {
                String name = called.apply(among.name());
                String set = called.apply(among.set());
                String is = splits.test(among.set()) ? name + " == " + set : style.among(name, set);
                words.add(among.is() ? is : style.notAmong(name, set));
            } else {
                words.add(((Word) piece).text());
            }
        }
        return String.join(" ", words);
    }
}
