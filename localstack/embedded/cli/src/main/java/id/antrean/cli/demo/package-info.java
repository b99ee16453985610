/** One applicant's life, walked by real calls against a running stack. */
@NullMarked
package id.antrean.cli.demo;

import org.jspecify.annotations.NullMarked;
