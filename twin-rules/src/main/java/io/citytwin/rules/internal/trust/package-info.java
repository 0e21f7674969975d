/**
 * Signatures of folders, and how grants are compared with what folders claim. {@code Ed25519} is the only place that
 * knows the algorithm, {@code KeyFile} the only one that touches a private key on disk. Nothing here reads YAML.
 */
@NullMarked
package io.citytwin.rules.internal.trust;

import org.jspecify.annotations.NullMarked;
