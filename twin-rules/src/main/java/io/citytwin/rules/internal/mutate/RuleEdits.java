package io.citytwin.rules.internal.mutate;

import io.citytwin.core.model.ValueType;
import io.citytwin.rules.internal.grammar.Lexer;
import io.citytwin.rules.internal.grammar.Token;
import io.citytwin.rules.internal.grammar.Token.Kind;
import io.citytwin.rules.internal.mutate.Edit.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Changes of rules. For one thread at a time. */
final class RuleEdits {

    private static final Map<String, List<String>> SIGNS = Map.of(
            "==", List.of("!="),
            "!=", List.of("=="),
            "<", List.of("<=", ">="),
            "<=", List.of("<", ">"),
            ">", List.of(">=", "<="),
            ">=", List.of(">", "<"));
    private static final Map<String, String> OTHER_SIGNS = Map.of("+", "-", "-", "+", "*", "/", "/", "*");
    private static final Map<String, String> WORDS =
            Map.of("true", "false", "false", "true", "not", "exists", "exists", "not", "0", "1", "1", "0");
    private static final Set<String> JOINED = Set.of(",", "||", "&&");

    private final Source source;
    private final SortedMap<String, ValueType.Names> lists;
    private final List<Edit> edits = new ArrayList<>();
    private String provision = "";

    private RuleEdits(Source source, SortedMap<String, ValueType.Names> lists) {
        this.source = source;
        this.lists = lists;
    }

    /** Each rule, condition and lift away, each sign, word and name another one. */
    static List<Edit> of(Source source, SortedMap<String, ValueType.Names> lists) {
        RuleEdits edits = new RuleEdits(source, lists);
        RuleSpan.of(Lexer.tokens(source.name(), source.text(), problem -> {})).forEach(edits::rule);
        return edits.edits;
    }

    private void rule(RuleSpan rule) {
        provision = rule.provision();
        remove(rule.tokens(), "the rule " + Neighbours.quoted(rule.name()) + " is removed", "no case needs the rule");
        annotations(rule.annotations());
        rule.patterns().forEach(this::pattern);
        words(rule.consequence());
        for (Token token : rule.consequence()) {
            String other = OTHER_SIGNS.getOrDefault(token.text(), "");
            if (!other.isEmpty() && !token.is(Kind.STRING)) {
                replace(token, other, "no case needs the sum");
            }
        }
    }

    /** What a rule lifts and spends. */
    private void annotations(List<Token> tokens) {
        for (int at = 0; at + 2 < tokens.size(); at++) {
            boolean named = tokens.get(at).is("@")
                    && (tokens.get(at + 1).is("lifts") || tokens.get(at + 1).is("spends"));
            if (named) {
                int close = at + 2;
                while (!tokens.get(close).is(")")) {
                    close++;
                }
                String key = tokens.get(at + 1).text();
                List<List<Token>> names = RuleSpan.parts(tokens.subList(at + 3, close), ",");
                if (names.size() == 1) {
                    remove(tokens.subList(at, close + 1), key + " " + shown(names.get(0)) + " is dropped", NEEDS);
                } else {
                    names.forEach(name -> element(name, tokens, key + " " + shown(name) + " is dropped"));
                }
            }
        }
    }

    private static final String NEEDS = "no case needs it";

    private void pattern(RuleSpan.Pattern pattern) {
        if (pattern.isNegated() || !pattern.binds()) {
            remove(pattern.tokens(), "the condition " + shown(pattern.tokens()) + " is removed", NEEDS);
        }
        List<Token> inside = pattern.inside();
        for (List<Token> entry : RuleSpan.parts(inside, ",")) {
            boolean binding = entry.size() > 1 && entry.get(1).is(":");
            if (!binding) {
                entry(entry, inside);
            }
        }
        words(pattern.tokens());
    }

    /** A test of a pattern, and what it is made of. */
    private void entry(List<Token> entry, List<Token> pattern) {
        element(entry, pattern, "the condition " + shown(entry) + " is removed");
        parts(entry);
    }

    private void parts(List<Token> test) {
        List<List<Token>> parts = RuleSpan.parts(test, "||", "&&");
        if (parts.size() > 1) {
            parts.forEach(part -> {
                element(part, test, "the condition " + shown(part) + " is removed");
                parts(part);
            });
        } else if (test.size() > 2 && test.get(0).is("(")) {
            parts(test.subList(1, test.size() - 1));
        } else if (test.size() == 1 && test.get(0).is(Kind.WORD)) {
            Token flag = test.get(0);
            replace(flag, flag.text() + " == false", "no case has it the other way");
        } else if (test.size() > 4) {
            among(test);
        }
    }

    /** One name less of several in parentheses. */
    private void among(List<Token> test) {
        int open = test.indexOf(
                test.stream().filter(token -> token.is("(")).findFirst().orElse(test.get(0)));
        if (open > 0 && test.get(open - 1).is("in")) {
            List<Token> inside = test.subList(open + 1, test.size() - 1);
            List<List<Token>> names = RuleSpan.parts(inside, ",");
            if (names.size() > 1) {
                names.forEach(name -> element(name, inside, shown(name) + " is removed"));
            }
        }
    }

    /** Signs, words and names of lists. */
    private void words(List<Token> tokens) {
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.is(Kind.SIGN)) {
                SIGNS.getOrDefault(token.text(), List.of())
                        .forEach(sign -> replace(token, sign, "no case lies on the other side, or on the boundary"));
            } else if (token.is("in")) {
                contained(tokens, at);
            } else if (isName(tokens, at)) {
                name(tokens, at);
            } else if (!token.is(Kind.STRING) && WORDS.containsKey(token.text()) && !isBeforeIn(tokens, at)) {
                replace(token, WORDS.getOrDefault(token.text(), ""), "no case has it the other way");
            }
        }
    }

    private static boolean isBeforeIn(List<Token> tokens, int at) {
        return at + 1 < tokens.size() && tokens.get(at + 1).is("in");
    }

    private void contained(List<Token> tokens, int at) {
        String lacks = "no case lies on the other side";
        if (tokens.get(at - 1).is("not")) {
            List<Token> both = tokens.subList(at - 1, at + 1);
            put(both, "in", "`not in` becomes `in`", lacks);
        } else {
            replace(tokens.get(at), "not in", lacks);
        }
    }

    private boolean isName(List<Token> tokens, int at) {
        return at + 2 < tokens.size()
                && tokens.get(at + 1).is(".")
                && lists.containsKey(tokens.get(at).text())
                && (at == 0 || !tokens.get(at - 1).is("."));
    }

    /** A name becomes the one before or after it, unless that stands beside it already. */
    private void name(List<Token> tokens, int at) {
        ValueType.Names list = lists.get(tokens.get(at).text());
        Token name = tokens.get(at + 2);
        Set<String> beside = tokens.stream().map(Token::text).collect(Collectors.toSet());
        if (list != null) {
            Neighbours.name(list, name.text()).stream()
                    .filter(change -> change.now().matches("\\w+") && !beside.contains(change.now()))
                    .forEach(change -> replace(name, change.now(), change.lacks()));
        }
    }

    /** Takes something out of several that are joined, with the sign before or after it. */
    private void element(List<Token> element, List<Token> all, String change) {
        int first = identity(all, element.get(0));
        int last = identity(all, element.get(element.size() - 1));
        boolean behind =
                last + 1 < all.size() && JOINED.contains(all.get(last + 1).text());
        boolean before = first > 0 && JOINED.contains(all.get(first - 1).text());
        List<Token> cut = behind ? all.subList(first, last + 2) : all.subList(before ? first - 1 : first, last + 1);
        add(cut, "", new Note(element.get(0).place(), provision, change, NEEDS));
    }

    private static int identity(List<Token> all, Token token) {
        int at = 0;
        while (!all.get(at).place().equals(token.place())) {
            at++;
        }
        return at;
    }

    private void replace(Token token, String now, String lacks) {
        put(List.of(token), now, Neighbours.quoted(token.text()) + " becomes " + Neighbours.quoted(now), lacks);
    }

    private void remove(List<Token> tokens, String change, String lacks) {
        put(tokens, "", change, lacks);
    }

    private void put(List<Token> tokens, String now, String change, String lacks) {
        add(tokens, now, new Note(tokens.get(0).place(), provision, change, lacks));
    }

    /** Lines stay where they are, so that what is not changed keeps its place. */
    private void add(List<Token> tokens, String now, Note note) {
        int from = source.offset(tokens.get(0).place());
        int to = end(tokens.get(tokens.size() - 1));
        String lines = source.text().substring(from, to).replaceAll("[^\r\n]", "");
        edits.add(new Edit(source, from, to, now + lines, note));
    }

    private int end(Token token) {
        return source.offset(token.place()) + token.text().length() + (token.is(Kind.STRING) ? 2 : 0);
    }

    private String shown(List<Token> tokens) {
        int from = source.offset(tokens.get(0).place());
        return Neighbours.quoted(source.text()
                .substring(from, end(tokens.get(tokens.size() - 1)))
                .replaceAll("\\s+", " "));
    }
}
