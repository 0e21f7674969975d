package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.regulation.LegalSource;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code regulation.yaml}. What its schema refused is passed over in silence. For one thread at a time. */
final class HeaderReader {

    static final List<String> RANKS = List.of("operator", "municipality", "province", "region", "state", "union");
    private static final Pattern ID = Pattern.compile("[a-zA-Z][\\w-]*+(?:\\.[a-zA-Z0-9][\\w-]*+)*+");

    private final FolderReading reading;
    private final Node.Mapping root;
    private final SortedMap<String, LegalSource> sources = new TreeMap<>();

    HeaderReader(FolderReading reading, Node.Mapping root) {
        this.reading = reading;
        this.root = root;
    }

    Header read() {
        for (Node.Entry entry : root.mapping("sources").entries()) {
            if (entry.value() instanceof Node.Mapping source) {
                sources.put(entry.key().text(), source(entry.key().text(), source));
            }
        }
        SortedMap<String, Provision> provisions = new TreeMap<>();
        SortedMap<String, List<Node.Scalar>> says = new TreeMap<>();
        String id = root.scalar("id").map(Node.Scalar::text).orElse("");
        for (Node.Entry entry : root.mapping("provisions").entries()) {
            if (Names.checkProvision(reading, entry.key()) && entry.value() instanceof Node.Mapping provision) {
                provision(id, entry.key(), provision).ifPresent(read -> provisions.put(read.name(), read));
                says.put(entry.key().text(), sentences(provision.mapping("says")));
            }
            if (!provisions.containsKey(entry.key().text())) {
                reading.spoilt(entry.key().text());
            }
        }
        return new Header(
                id(),
                wording("title", root),
                text("jurisdiction"),
                text("authority"),
                RANKS.indexOf(text("rank")) + 1,
                Dates.read(reading, root, "verified").orElse(LocalDate.EPOCH),
                sources,
                uses(),
                provisions,
                says,
                declared());
    }

    private SortedMap<String, Place> declared() {
        SortedMap<String, Place> declared = new TreeMap<>();
        root.entries()
                .forEach(entry -> declared.put(entry.key().text(), entry.value().place()));
        root.mapping("sources")
                .entries()
                .forEach(entry -> declared.put(
                        "sources." + entry.key().text(), entry.key().place()));
        return declared;
    }

    private Node.Scalar id() {
        Node.Scalar id = root.scalar("id").orElse(new Node.Scalar("", true, root.place()));
        if (!id.text().isEmpty() && !ID.matcher(id.text()).matches()) {
            reading.error(
                    RulesError.SCHEMA,
                    id.place(),
                    Words.quoted(id.text()) + " is not an id.",
                    "Maybe use words with dots between them, such as `xx.northland.smog`.");
        }
        return id;
    }

    private SortedMap<String, Node.Scalar> uses() {
        SortedMap<String, Node.Scalar> uses = new TreeMap<>();
        for (Node.Entry entry : root.mapping("uses").entries()) {
            if (Names.check(reading, entry.key()) && entry.value() instanceof Node.Scalar id) {
                uses.put(entry.key().text(), id);
            }
        }
        return uses;
    }

    private LegalSource source(String key, Node.Mapping source) {
        return new LegalSource(
                key,
                source.scalar("act").map(Node.Scalar::text).orElse(key),
                Dates.read(reading, source, "dated"),
                source.scalar("part").map(Node.Scalar::text),
                source.scalar("url").map(Node.Scalar::text));
    }

    private Optional<Provision> provision(String regulation, Node.Scalar name, Node.Mapping provision) {
        Optional<LocalDate> since = Dates.read(reading, provision, "since");
        Optional<LocalDate> lastDay = Dates.read(reading, provision, "last_day");
        Optional<LegalSource> source = Sources.find(reading, sources, provision);
        if (since.isPresent() && lastDay.isPresent()) {
            Periods.checkOrder(reading, since.get(), lastDay.get(), provision);
        }
        Optional<Confidence> confidence = provision.scalar("confidence").flatMap(word -> Confidence.of(word.text()));

        if (since.isEmpty() || source.isEmpty() || provision.get("title").isEmpty()) {
            return Optional.empty();
        }
        Provision read = new Provision(
                regulation,
                name.text(),
                since.get(),
                lastDay,
                source.get(),
                wording("title", provision),
                provision.get("says").map(says -> wording("says", provision)),
                confidence,
                provision.scalar("conflict").map(Node.Scalar::text),
                priority(provision),
                name.place());
        read.sureness()
                .ifPresent(sureness -> Sources.doubt(
                        reading,
                        provision
                                .scalar("confidence")
                                .or(() -> provision.scalar("conflict"))
                                .orElseThrow(),
                        sureness,
                        "Provision " + Words.quoted(name.text())));
        return Optional.of(read);
    }

    private static List<Node.Scalar> sentences(Node.Mapping says) {
        return says.entries().stream()
                .map(Node.Entry::value)
                .filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .toList();
    }

    private int priority(Node.Mapping provision) {
        Optional<Node.Scalar> priority = provision.scalar("priority");
        if (priority.isPresent() && !priority.get().text().matches("-?\\d{1,6}")) {
            reading.error(
                    RulesError.NUMBER,
                    priority.get().place(),
                    Words.quoted(priority.get().text()) + " is not a whole number of at most six digits.",
                    "Maybe `1`.");
            return 0;
        }
        return priority.map(number -> Integer.parseInt(number.text())).orElse(0);
    }

    private String text(String key) {
        return root.scalar(key).map(Node.Scalar::text).orElse("");
    }

    private static Wording wording(String key, Node.Mapping mapping) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Node.Entry entry : mapping.mapping(key).entries()) {
            if (entry.value() instanceof Node.Scalar text) {
                texts.put(entry.key().text(), text.text());
            }
        }
        return new Wording(texts);
    }
}
