/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark;

/**
 * The marked call site that was hit.
 *
 * <p>A handler that asks for it gets the same object at each hit of a site; nothing is allocated. (Where the site
 * could not be woven, the stack is walked at every hit to find it.)
 *
 * @param marker the name of the marker
 * @param className the binary name of the class that holds the site, as {@link Class#getName()} gives it
 * @param method the name of the method that holds the site
 * @param line the line in the source file, or 0 where the class file has none
 */
public record Site(String marker, String className, String method, int line) {

    /** {@return {@code class.method:line}} */
    @Override
    public String toString() {
        return className + "." + method + ":" + line;
    }
}
