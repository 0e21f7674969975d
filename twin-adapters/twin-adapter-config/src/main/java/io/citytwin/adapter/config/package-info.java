/** Adapters from a file: one YAML file names them with their settings, and all that is wrong in it is told at once. */
@NullMarked
package io.citytwin.adapter.config;

import org.jspecify.annotations.NullMarked;
