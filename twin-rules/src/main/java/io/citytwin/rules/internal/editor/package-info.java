/**
 * What editors are given so that they help with regulation folders: {@link io.citytwin.rules.internal.editor.WorkspaceFiles}
 * makes the files of a workspace from the JSON Schemas that the loader itself uses.
 */
@NullMarked
package io.citytwin.rules.internal.editor;

import org.jspecify.annotations.NullMarked;
