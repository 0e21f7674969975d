/**
 * The loaders against input that nobody would write: {@link io.citytwin.rules.fuzz.Target} says what each loader must
 * keep to, {@link io.citytwin.rules.fuzz.FolderDraw} turns bytes into a directory of spoilt folders,
 * {@link io.citytwin.rules.fuzz.EscapeWatch} refuses everything that reading a folder does not need. The profile
 * {@code fuzz} lets Jazzer search for minutes; every build repeats what it found before.
 */
package io.citytwin.rules.fuzz;
