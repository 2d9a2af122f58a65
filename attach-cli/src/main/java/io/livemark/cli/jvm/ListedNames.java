/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;

/** The names in the JDK's own list of JVMs; for a JVM whose command line does not show its main class. */
final class ListedNames {

    private ListedNames() {}

    /** The main class or the file name of the jar; empty where the JDK does not list the JVM, or cannot list any. */
    static String of(long pid) {
        try {
            for (VirtualMachineDescriptor listed : VirtualMachine.list()) {
                if (listed.id().equals(Long.toString(pid))) {
                    String command = listed.displayName();
                    int end = command.indexOf(' ');
                    return JavaCommand.fileName(end < 0 ? command : command.substring(0, end));
                }
            }
        } catch (LinkageError e) {
            // A Java without jdk.attach. It cannot attach either, but may talk to agents that are there.
        }
        return "";
    }
}
