package io.citytwin.rules.internal.cli;

import io.citytwin.rules.internal.verify.City;
import io.citytwin.rules.internal.yaml.Node;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Regulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns {@code Vehicle/v euro=4 fuel=diesel} into what a case file would say. For one thread at a time. */
final class GivenWords {

    private static final Pattern WORD = Pattern.compile("\\S+");

    private final City city;
    private final LocalDate asked;

    /** Values of a day are those that count on the day asked about. */
    GivenWords(City city, LocalDate asked) {
        this.city = city;
        this.asked = asked;
    }

    Node.Entry entry(String words, int number) {
        List<Node.Scalar> all = new ArrayList<>();
        Matcher word = WORD.matcher(words);
        while (word.find()) {
            all.add(new Node.Scalar(word.group(), true, new Place("--given", number, word.start() + 1)));
        }
        if (all.isEmpty()) {
            throw AbstractTool.refused("--given says nothing.", "Maybe --given \"Vehicle/v fuel=diesel euro=4\".");
        }
        List<Node.Entry> values = all.stream().skip(1).map(this::value).toList();
        return new Node.Entry(all.get(0), new Node.Mapping(values, all.get(0).place()));
    }

    private Node.Entry value(Node.Scalar word) {
        int equals = word.text().indexOf('=');
        if (equals < 1 || equals == word.text().length() - 1) {
            throw AbstractTool.refused("`" + word.text() + "` gives no value.", "Maybe write it like `fuel=diesel`.");
        }
        Place place = word.place();
        Node.Scalar key = new Node.Scalar(word.text().substring(0, equals), true, place);
        Place right = new Place(place.file(), place.line(), place.column() + equals + 1);
        Node.Scalar value = new Node.Scalar(word.text().substring(equals + 1), true, right);
        return new Node.Entry(key, daily(key, value));
    }

    private Node daily(Node.Scalar key, Node.Scalar value) {
        String name = key.text();
        boolean yesterday = specs().anyMatch(spec ->
                spec.levels().containsKey(name) || spec.indicators().containsKey(name));
        boolean today = specs().anyMatch(spec -> spec.inputs().containsKey(name));
        boolean property =
                city.assets().all().stream().anyMatch(type -> type.properties().containsKey(name))
                        && specs().noneMatch(spec -> spec.levels().containsKey(name));
        if (yesterday || (today && !property)) {
            LocalDate day = yesterday ? asked.minusDays(1) : asked;
            Node.Scalar date = new Node.Scalar(day.toString(), true, key.place());
            return new Node.Mapping(List.of(new Node.Entry(date, value)), value.place());
        }
        return value;
    }

    private Stream<StateSpec> specs() {
        return city.regulations().stream().map(Regulation::state);
    }
}
