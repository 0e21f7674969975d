/**
 * Problems in the forms that other programs read: {@link io.citytwin.rules.internal.report.JsonReport},
 * {@link io.citytwin.rules.internal.report.SarifReport}, {@link io.citytwin.rules.internal.report.GithubReport}, and for
 * people {@link io.citytwin.rules.internal.report.TextReport}. Names of files and values come from whoever wrote the
 * folder, so every form passes them through {@link io.citytwin.rules.internal.report.SafeText} or escapes them itself.
 */
@NullMarked
package io.citytwin.rules.internal.report;

import org.jspecify.annotations.NullMarked;
