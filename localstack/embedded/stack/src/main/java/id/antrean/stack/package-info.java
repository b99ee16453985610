/** The local stack: template.yaml brought to life in one process, behind one address. */
@NullMarked
package id.antrean.stack;

import org.jspecify.annotations.NullMarked;
