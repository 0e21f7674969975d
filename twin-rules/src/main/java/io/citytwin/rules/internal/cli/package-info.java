/**
 * The command line tools of regulation folders, one class each: what an author checks, tries, explains, compares, replays and
 * puts back. They print to their console only, and the same arguments always print the same.
 */
@NullMarked
package io.citytwin.rules.internal.cli;

import org.jspecify.annotations.NullMarked;
