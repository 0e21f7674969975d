package io.citytwin.rules.internal.yaml;

import com.google.common.hash.Hashing;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.internal.binary.RecordCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What folders on the class path hold, as it was read when their jar was built. It is used for a folder of the same bytes only, by the
 * same version of this library and with the same asset types; any other folder is read. Safe for use by many threads.
 */
public final class CompiledFolders {

    /** The resource beside the index of the folders. */
    public static final String RESOURCE = "META-INF/citytwin/regulations.compiled";

    private static final Logger LOG = LoggerFactory.getLogger(CompiledFolders.class);
    private static final int SUM = 32;
    private static final int LARGEST = 64 << 20;

    private final AssetTypes types;
    private final RecordCodec<CompiledFolder> codec = RecordCodec.of(CompiledFolder.class);
    private final String key;
    private final Map<String, byte[]> folders = new HashMap<>();

    private CompiledFolders(AssetTypes types) {
        this.types = types;
        this.key = key(types, codec.layout());
    }

    /**
     * Reads what lies on a class path.
     *
     * @param loader whose resources are read
     * @param types the asset types that rules may name
     * @return without what another version made, or what is damaged
     */
    public static CompiledFolders read(ClassLoader loader, AssetTypes types) {
        CompiledFolders compiled = new CompiledFolders(types);
        try {
            for (URL resource : Collections.list(loader.getResources(RESOURCE))) {
                compiled.add(resource.toString(), ClasspathFolders.bytes(resource, LARGEST));
            }
        } catch (IOException failure) {
            LOG.warn("`{}` cannot be read, so folders are", RESOURCE, failure);
        }
        return compiled;
    }

    /**
     * Writes what folders hold.
     *
     * @param drafts read without a mistake
     * @param types the asset types that they were read with
     * @return the bytes of the resource
     */
    static byte[] write(List<Draft> drafts, AssetTypes types) {
        CompiledFolders compiled = new CompiledFolders(types);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(compiled.key);
            out.writeInt(drafts.size());
            for (Draft draft : drafts) {
                out.writeUTF(draft.path());
                out.writeUTF(draft.content().orElseThrow().hash());
                byte[] folder = compiled.codec.write(CompiledFolder.of(draft));
                out.writeInt(folder.length);
                out.write(folder);
            }
            out.write(sum(bytes.toByteArray(), bytes.size()));
        } catch (IOException impossible) {
            throw new IllegalStateException("memory refuses bytes", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * What a folder holds, if that is known without reading it.
     *
     * @param folder of the class path
     * @return the same as reading it would give, or empty
     */
    Optional<Draft> find(RawFolder folder) {
        // The hash of a folder leaves its signature out, and says nothing of files that could not be read.
        if (folders.isEmpty()
                || folder.files().containsKey(RawFolder.SIGNATURE)
                || !folder.problems().isEmpty()) {
            return Optional.empty();
        }
        String hash = folder.hash();
        return Optional.ofNullable(folders.get(name(folder.path(), hash)))
                .flatMap(codec::read)
                .map(compiled -> compiled.draft(folder, hash, types));
    }

    private void add(String resource, byte[] bytes) throws IOException {
        int end = bytes.length - SUM;
        if (end < 0 || !Arrays.equals(sum(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
            LOG.warn("`{}` is damaged, so its folders are read", resource);
            return;
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end));
        if (!in.readUTF().equals(key)) {
            LOG.debug("`{}` was made by another version, so its folders are read", resource);
            return;
        }
        for (int left = in.readInt(); left > 0; left--) {
            String name = name(in.readUTF(), in.readUTF());
            folders.put(name, in.readNBytes(in.readInt()));
        }
    }

    private static String name(String path, String hash) {
        return hash + " " + path;
    }

    private static byte[] sum(byte[] bytes, int end) {
        return Hashing.sha256().hashBytes(bytes, 0, end).asBytes();
    }

    /** All that the bytes of a folder's content depend on, besides the folder. */
    private static String key(AssetTypes types, String layout) {
        StringBuilder text = new StringBuilder(layout);
        text.append(CompiledFolders.class.getPackage().getImplementationVersion());
        for (AssetType type : types.all()) {
            text.append('\n').append(type.name()).append(type.acts());
            type.properties()
                    .forEach((name, of) ->
                            text.append(' ').append(name).append(' ').append(said(of)));
        }
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }

    /** All that a type says. The first text that a record gives of itself costs more than a folder. */
    private static String said(ValueType type) {
        if (type instanceof ValueType.Names names) {
            return names.list() + names.names() + names.ordered();
        } else if (type instanceof ValueType.Number number) {
            return number.unit().symbol();
        }
        return type instanceof ValueType.Relation relation
                ? "->" + relation.assetType()
                : type.getClass().getSimpleName();
    }
}
