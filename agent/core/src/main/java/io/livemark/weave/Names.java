/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/** Every name that points out of this room: into the API, and from woven code into the bridge. */
final class Names {

    /** What the application calls. Known by name only: each of its class loaders may have one. */
    static final String MARK = "io/livemark/Mark";

    /** In {@code java.lang}: every class loader delegates that package to the bootstrap loader, OSGi's included. */
    static final String BRIDGE = "java/lang/LivemarkBridge";

    /** What the names of all classes of the bridge begin with. */
    static final String BRIDGES = "java/lang/Livemark";

    static final Handle GUARD = bootstrap("guard", "Ljava/lang/String;");

    static final Handle HIT = bootstrap("hit", "Ljava/lang/String;Ljava/lang/String;ILjava/lang/String;I");

    /** In {@code java.lang}: guards and hits by number, for class files without {@code invokedynamic}. */
    static final String SLOTS = "java/lang/LivemarkSlots";

    static final String SLOT_GUARD_TYPE = "(I)Z";
    static final String SLOT_HIT_TYPE = "(I)Ljava/lang/invoke/MethodHandle;";

    /** The hit of a site that passes an array through. */
    static final String ARRAY_HIT_TYPE = "([Ljava/lang/Object;)V";

    static final String METHOD_HANDLE = "java/lang/invoke/MethodHandle";

    static final String SHIM = "shim";
    static final String SHIM_TYPE = "(Ljava/lang/String;[Ljava/lang/Object;)V";
    static final String ARMED = "armed";
    static final String ARMED_TYPE = "(Ljava/lang/String;)Z";
    static final String GUARD_TYPE = "()Z";

    private Names() {}

    private static Handle bootstrap(String name, String constants) {
        return new Handle(
                Opcodes.H_INVOKESTATIC,
                BRIDGE,
                name,
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;" + constants
                        + ")Ljava/lang/invoke/CallSite;",
                false);
    }
}
