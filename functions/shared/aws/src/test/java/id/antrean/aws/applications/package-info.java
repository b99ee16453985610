/** How large an application's item can become. */
@NullMarked
package id.antrean.aws.applications;

import org.jspecify.annotations.NullMarked;
