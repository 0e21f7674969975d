/**
 * Versions of a tree of regulation folders on disk: what the folders hold ({@code TreeContent}), where their versions
 * stand ({@code VersionStore}, {@code VersionIndex}), how a version is put back ({@code Restoration}), files that are
 * written whole or not at all ({@code DurableFiles}), and the thread that looks again ({@code Following}).
 */
@NullMarked
package io.citytwin.rules.internal.history;

import org.jspecify.annotations.NullMarked;
