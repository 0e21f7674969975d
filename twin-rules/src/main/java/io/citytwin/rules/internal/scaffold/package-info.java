/** The folder that a rule author starts from: templates among the resources, filled in with the author's own words. */
@NullMarked
package io.citytwin.rules.internal.scaffold;

import org.jspecify.annotations.NullMarked;
