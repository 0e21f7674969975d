package io.citytwin.core.graph;

import io.citytwin.core.model.AssetType;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A file of an inventory. Immutable.
 *
 * @param path where it is
 * @param type what its rows are
 * @param rows how many it should have
 * @param form how to read it, if it is GeoJSON
 */
record InventorySource(Path path, AssetType type, OptionalInt rows, Optional<GeoJsonForm> form) {}
