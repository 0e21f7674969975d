/**
 * Reads regulation folders: bytes ({@code RawFolder}), YAML with places ({@code YamlReader}, {@code Node}), schemas
 * ({@code SchemaCheck}), typed values and tables, and last the links between folders ({@code Linker}). The only package
 * that sees the YAML library and the schema validator.
 */
@NullMarked
package io.citytwin.rules.internal.yaml;

import org.jspecify.annotations.NullMarked;
