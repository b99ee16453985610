package id.antrean.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that take a {@link Stack}. All share one, and what a test broke works again after it. Where
 * its clock moves they run one after another, as JUnit does unless told otherwise; where time can
 * only be waited for, classes may run side by side.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StackExtension.class)
@interface OnAStack {}
