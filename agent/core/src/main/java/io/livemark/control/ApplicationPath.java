/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import java.io.File;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where the classes of the application come from: what the source of a probe is compiled against. */
final class ApplicationPath {

    private ApplicationPath() {}

    /** {@return the class path, and the jars and folders of the application's modules; modules of other layers are not known} */
    static String ofThisJvm() {
        Set<String> entries = new LinkedHashSet<>();
        String classPath = System.getProperty("java.class.path", "");
        if (!classPath.isEmpty()) {
            entries.add(classPath);
        }
        for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
            module.reference()
                    .location()
                    .filter(location -> "file".equals(location.getScheme()))
                    .map(ApplicationPath::path)
                    .ifPresent(entries::add);
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String path(URI location) {
        return Path.of(location).toString();
    }
}
