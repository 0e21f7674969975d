package io.citytwin.examples.benchmark.drools;

import io.citytwin.examples.benchmark.Says;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for what rules say, so that a match says it by a number. For one thread at a time. */
public final class Effects {

    private record Form(String verb, String provision, String word) {}

    private record Key(int form, double first, double second) {}

    private final List<Form> forms = new ArrayList<>();
    private final Map<Key, Integer> known = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** A way of saying, for rules to refer to. */
    int form(String verb, String provision, String word) {
        Form form = new Form(verb, provision, word);
        int found = forms.indexOf(form);
        if (found >= 0) {
            return found;
        }
        forms.add(form);
        return forms.size() - 1;
    }

    /** The number of an effect that says nothing but its form. */
    public int of(int form) {
        return of(form, Double.NaN, Double.NaN);
    }

    /** The number of an effect that says one number. */
    public int of(int form, double first) {
        return of(form, first, Double.NaN);
    }

    /** The number of an effect that says two numbers. */
    public int of(int form, double first, double second) {
        Key key = new Key(form, first, second);
        Integer number = known.get(key);
        if (number == null) {
            number = texts.size();
            known.put(key, number);
            texts.add(text(forms.get(form), first, second));
        }
        return number;
    }

    private static String text(Form form, double first, double second) {
        return switch (form.verb()) {
            case "forbid" -> Says.forbid(form.provision(), form.word());
            case "cap" ->
                Double.isNaN(second)
                        ? Says.cap(form.provision(), form.word(), first)
                        : Says.cap(form.provision(), form.word(), first, second);
            case "on" -> Says.set(form.provision(), form.word(), true);
            case "off" -> Says.set(form.provision(), form.word(), false);
            default -> Says.set(form.provision(), form.word(), first);
        };
    }

    /** What an effect says. */
    String text(int effect) {
        return texts.get(effect);
    }
}
