package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.bundle.Trust;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.trust.Ed25519;
import io.citytwin.rules.regulation.Place;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads who signed a folder, and checks it against the bytes that are used. For one thread at a time. */
final class SignatureReader {

    private static final String SIGN = "Maybe sign it again with `citytwin sign`, if the files are as they should be.";

    private final FolderReading reading;
    private final Trust trust;
    private final Place start;

    SignatureReader(FolderReading reading, Trust trust) {
        this.reading = reading;
        this.trust = trust;
        this.start = new Place(reading.folder().place(RawFolder.SIGNATURE), 1, 1);
    }

    /** The name of the key, if all is right; problems are reported. */
    Optional<String> signer() {
        if (!reading.folder().files().containsKey(RawFolder.SIGNATURE)) {
            if (trust.signatures() == Trust.Signatures.REQUIRED) {
                reading.error(
                        RulesError.UNSIGNED,
                        start,
                        "The folder is not signed.",
                        "Maybe sign it with `citytwin sign FOLDER --key FILE`.");
            }
            return Optional.empty();
        }
        int before = reading.problems().size();
        Optional<Node.Mapping> root = TextFile.read(reading, RawFolder.SIGNATURE)
                .flatMap(text -> YamlReader.read(start.file(), text, reading::report))
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast);
        root.ifPresent(node -> SchemaCheck.SIGNATURE.check(node, reading::report));
        if (root.isPresent() && reading.problems().size() == before) {
            return signer(root.get());
        }
        if (root.isEmpty() && reading.problems().size() == before) {
            reading.error(RulesError.SCHEMA, start, "The file does not consist of keys.", SIGN);
        }
        return Optional.empty();
    }

    private Optional<String> signer(Node.Mapping root) {
        Node.Scalar id = value(root, "key");
        Optional<Map.Entry<String, PublicKey>> known = trust.keys().entrySet().stream()
                .filter(key -> Ed25519.idOf(key.getValue()).equals(id.text()))
                .findFirst();
        if (known.isEmpty()) {
            reading.error(
                    RulesError.UNKNOWN_KEY,
                    id.place(),
                    "The host does not know the key " + Words.quoted(id.text()) + ".",
                    trust.keys().isEmpty()
                            ? "Maybe the host adds its public part to `keys` in its trust file."
                            : "Maybe it was signed with another key than one of `"
                                    + Words.listed(List.copyOf(trust.keys().keySet())) + "`.");
            return Optional.empty();
        }
        return verified(root, known.get()) ? Optional.of(known.get().getKey()) : Optional.empty();
    }

    private boolean verified(Node.Mapping root, Map.Entry<String, PublicKey> key) {
        Node.Scalar hash = value(root, "hash");
        Node.Scalar signature = value(root, "signature");
        String actual = reading.folder().hash();
        if (!hash.text().equals(actual)) {
            reading.error(
                    RulesError.CHANGED,
                    hash.place(),
                    "The files are not those that were signed: a byte, a name or the number of files is another.",
                    "Maybe line ends were converted on the way. " + SIGN);
            return false;
        }
        boolean verifies = Ed25519.verifies(key.getValue(), actual, signature.text());
        if (!verifies) {
            reading.error(
                    RulesError.CHANGED,
                    signature.place(),
                    "The signature was not made with the key `" + key.getKey() + "` for these files.",
                    SIGN);
        }
        return verifies;
    }

    /** An empty value is none that fits anything. */
    private static Node.Scalar value(Node.Mapping root, String key) {
        return root.scalar(key).orElse(new Node.Scalar("", false, root.place()));
    }
}
