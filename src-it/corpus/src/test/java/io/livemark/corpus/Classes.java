/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.util.Collection;

/** A great many class files that belong together: those of all jars, or those of the JDK. */
interface Classes {

    /** {@return the class file of a class by its binary name; null where there is none} */
    byte[] file(String name);

    /** {@return the names of its parts: jars, modules} */
    Collection<String> parts();

    /** {@return the binary names of the classes of a part, sorted} */
    Collection<String> of(String part);
}
