/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.util.Locale;
import org.objectweb.asm.Opcodes;

/** What is to become of a mark that was put in, by its shape; the same words as in {@code livemark list}. */
enum Form {
    /** Its arguments may be skipped. */
    GUARDED,
    /** Its arguments do something. */
    EVALUATED,
    /** The class file is too old for call sites. */
    FLAG,
    /** The call stays. */
    SHIM,
    /** It has no name, or a malformed one. */
    UNREACHABLE;

    /** What it is in a class file of some version, when it would be this in a new one. */
    Form in(int version) {
        return version < Opcodes.V1_7 && (this == GUARDED || this == EVALUATED) ? FLAG : this;
    }

    /** {@return the word for it} */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
