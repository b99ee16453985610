/** What people at the payments desk are answered. */
@NullMarked
package id.antrean.payments.view;

import org.jspecify.annotations.NullMarked;
