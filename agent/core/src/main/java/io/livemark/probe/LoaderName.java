/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

/** What people call a class loader. */
final class LoaderName {

    private LoaderName() {}

    /** Asks nothing of the loader but the name that it was made with; its toString is the application's code. */
    static String of(ClassLoader loader) {
        if (loader == null) {
            return "the bootstrap loader";
        }
        if (loader instanceof ProbeLoader) {
            return "the probe's own files";
        }
        String type = loader.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(loader));
        String name = LivemarkJvm.name(loader);
        return name == null ? "the loader " + type : "the loader '" + name + "' (" + type + ")";
    }
}
