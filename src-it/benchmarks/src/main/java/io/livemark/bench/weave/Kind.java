/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.weave;

import io.livemark.weave.ClassWeaver;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** Which class files are woven. */
public enum Kind {
    /** All of java.base: no marks. */
    JDK,
    /** Those of the jars that hold no mark. */
    PLAIN,
    /** Those of the jars with marks. */
    MARKED,
    /** The same in a version without {@code invokedynamic}. */
    OLD;

    List<byte[]> files(String jars) throws IOException {
        Predicate<byte[]> isPlain = file -> ClassWeaver.sites(file).isEmpty();
        return switch (this) {
            case JDK -> ClassFiles.ofJavaBase();
            case PLAIN -> ClassFiles.of(jars).stream().filter(isPlain).toList();
            case MARKED -> ClassFiles.of(jars).stream().filter(isPlain.negate()).toList();
            case OLD -> MARKED.files(jars).stream().map(OldVersion::of).toList();
        };
    }
}
