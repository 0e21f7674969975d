/**
 * Regulation folders, read whole: every problem at once, each with its place and advice. A
 * {@link io.citytwin.rules.bundle.NewFolder} is one to start from, a {@link io.citytwin.rules.bundle.Trust} says what folders may
 * do, {@link io.citytwin.rules.bundle.EditorFiles} are what editors need to help with them.
 * {@link io.citytwin.rules.bundle.FolderHistory} keeps their versions, and a {@link io.citytwin.rules.bundle.FolderWatch} takes
 * what is saved in them.
 */
@NullMarked
package io.citytwin.rules.bundle;

import org.jspecify.annotations.NullMarked;
