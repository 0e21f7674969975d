/**
 * The command line tools of regulation folders: {@code check}, {@code test}, {@code watch} and more. They print to
 * their console only, and the same arguments always print the same.
 */
@NullMarked
package io.citytwin.rules.internal.cli;

import org.jspecify.annotations.NullMarked;
