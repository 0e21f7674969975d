package io.citytwin.rules.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayersTest {

    @Test
    void theOrderOfFoldersChangesNothing() {
        List<RawFolder> folders = new ArrayList<>(DirectoryFolders.read(Path.of("src/test/resources")));
        Layers.Linked sorted = Layers.read(folders, AssetTypes.builtIn()).link().all();

        Random random = new Random(1);
        for (int round = 0; round < 3; round++) {
            Collections.shuffle(folders, random);
            Layers.Linked shuffled =
                    Layers.read(folders, AssetTypes.builtIn()).link().all();
            assertThat(shuffled.regulations()).isNotEmpty().isEqualTo(sorted.regulations());
            assertThat(shuffled.problems()).hasSizeGreaterThan(100).isEqualTo(sorted.problems());
        }
    }
}
