package io.citytwin.rules.internal.yaml;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.bundle.Grant;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.Trust;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.trust.Ed25519;
import io.citytwin.rules.regulation.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads a host's {@code trust.yaml}: whole, or not at all. For one thread at a time. */
public final class TrustReader {

    private final FolderReading reading;
    private final String file;

    private TrustReader(FolderReading reading, String file) {
        this.reading = reading;
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param path any name
     * @return what it grants
     * @throws CityTwinException {@code R401} with each mistake and its place
     */
    public static Trust read(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        String name = path.toString().replace('\\', '/');
        SortedMap<String, byte[]> only = new TreeMap<>();
        only.put(name, bytes(path));
        FolderReading reading = new FolderReading(new RawFolder("", only, List.of()), AssetTypes.builtIn());
        Trust trust = new TrustReader(reading, name).trust(Optional.ofNullable(whole.getParent()));
        if (!reading.problems().isEmpty()) {
            throw new CityTwinException(
                    RulesError.TRUST_FILE,
                    "`" + name + "` is refused:\n"
                            + reading.problems().stream()
                                    .sorted()
                                    .map(Problem::toString)
                                    .collect(Collectors.joining("\n")),
                    "Maybe mend it; until then nothing is trusted.");
        }
        return trust;
    }

    private static byte[] bytes(Path path) {
        if (Files.isRegularFile(path)) {
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(RawFolder.LARGEST_FILE + 1);
                if (bytes.length <= RawFolder.LARGEST_FILE) {
                    return bytes;
                }
            } catch (IOException unreadable) {
                throw refused(path);
            }
        }
        throw refused(path);
    }

    private static CityTwinException refused(Path path) {
        return new CityTwinException(
                RulesError.TRUST_FILE,
                "The trust file `" + path + "` is not there, cannot be read, or is larger than 1 MiB.",
                "Maybe check the path.");
    }

    private Trust trust(Optional<Path> directory) {
        Node.Mapping root = TextFile.read(reading, file)
                .flatMap(text -> YamlReader.read(file, text, reading::report))
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .orElse(new Node.Mapping(List.of(), new Place(file, 1, 1)));
        if (reading.problems().isEmpty()) {
            SchemaCheck.TRUST.check(root, reading::report);
        }
        SortedMap<String, PublicKey> keys = new TreeMap<>();
        root.mapping("keys").entries().forEach(entry -> key(entry).ifPresent(key -> keys.put(name(entry), key)));
        List<Grant> grants = new ArrayList<>();
        for (Node item : root.items("grants")) {
            if (item instanceof Node.Mapping grant) {
                grants.add(grant(grant, root.mapping("keys")));
            }
        }
        boolean required = root.scalar("signatures")
                .filter(word -> word.text().equals("required"))
                .isPresent();
        return new Trust(directory, required ? Trust.Signatures.REQUIRED : Trust.Signatures.OPTIONAL, keys, grants);
    }

    private static String name(Node.Entry entry) {
        return entry.key().text();
    }

    private Optional<PublicKey> key(Node.Entry entry) {
        if (!(entry.value() instanceof Node.Scalar text)) {
            return Optional.empty();
        }
        Optional<PublicKey> key = Ed25519.publicKey(text.text());
        if (key.isEmpty()) {
            reading.error(
                    RulesError.TRUST_FILE,
                    text.place(),
                    Words.quoted(name(entry)) + " is no public key of Ed25519.",
                    "Maybe copy it as `citytwin keys new` prints it.");
        }
        return key;
    }

    private Grant grant(Node.Mapping grant, Node.Mapping keys) {
        Optional<Node.Scalar> key = grant.scalar("key");
        if (key.isPresent() && keys.get(key.get().text()).isEmpty()) {
            List<String> known = keys.entries().stream().map(TrustReader::name).toList();
            reading.error(
                    RulesError.TRUST_FILE,
                    key.get().place(),
                    Words.quoted(key.get().text()) + " is no key of this file.",
                    Words.maybe(key.get().text(), known));
        }
        return new Grant(
                new Grant.To(text(grant, "folder"), text(grant, "id"), key.map(Node.Scalar::text)),
                texts(grant, "authorities"),
                HeaderReader.RANKS.indexOf(text(grant, "rank").orElse("")) + 1,
                texts(grant, "jurisdictions"),
                qualified(grant, "acts", "Type.act", '.'),
                qualified(grant, "actuators", "Type.property", '.'),
                qualified(grant, "overrides", "id/parameter", '/'),
                texts(grant, "replaces"),
                grant.place());
    }

    private static Optional<String> text(Node.Mapping grant, String key) {
        return grant.scalar(key).map(Node.Scalar::text);
    }

    private static List<String> texts(Node.Mapping grant, String key) {
        return scalars(grant, key).stream().map(Node.Scalar::text).toList();
    }

    private static List<Node.Scalar> scalars(Node.Mapping grant, String key) {
        return grant.items(key).stream()
                .filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .toList();
    }

    /** Names of two parts; a star alone is written as two parts as well, so that nobody grants all by a slip. */
    private List<String> qualified(Node.Mapping grant, String key, String form, char between) {
        for (Node.Scalar name : scalars(grant, key)) {
            if (name.text().indexOf(between) < 0) {
                reading.error(
                        RulesError.TRUST_FILE,
                        name.place(),
                        Words.quoted(name.text()) + " has not the form `" + form + "`.",
                        "Maybe `*" + between + name.text() + "`, where the star stands for any name.");
            }
        }
        return texts(grant, key);
    }
}
