/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import io.livemark.it.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A debugger that attaches to a JVM, swaps a class and leaves again. */
final class Debugger implements Swapper {

    /** Has a JVM listen for a debugger, and say on its standard output where. */
    static final String OPTION = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";

    private static final String LISTENING = "Listening for transport dt_socket at address: ";

    private final ForkedJvm target;
    private final VirtualMachine debuggee;

    /** Attaches. */
    Debugger(ForkedJvm target) {
        this.target = target;
        try {
            debuggee = attach(target);
        } catch (IOException | IllegalConnectorArgumentsException e) {
            throw new AssertionError(target.failure("no debugger could attach").getMessage(), e);
        }
    }

    @Override
    public void to(Path classFile) {
        try {
            byte[] file = Files.readAllBytes(classFile);
            String className = classFile.getFileName().toString().replace(".class", "");
            List<ReferenceType> types = debuggee.classesByName(className);
            assertEquals(1, types.size(), className);
            debuggee.redefineClasses(Map.of(types.get(0), file));
        } catch (IOException e) {
            throw new AssertionError(target.failure("was not redefined").getMessage(), e);
        }
    }

    /** The JVM listens again then, and says so. */
    @Override
    public void close() {
        debuggee.dispose();
    }

    private static VirtualMachine attach(ForkedJvm target) throws IOException, IllegalConnectorArgumentsException {
        String port = target.out().stream()
                .filter(line -> line.startsWith(LISTENING))
                .findFirst()
                .orElseThrow(() -> target.failure("listens for no debugger"))
                .substring(LISTENING.length());
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(found -> found.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(port.substring(port.lastIndexOf(':') + 1));
        return connector.attach(arguments);
    }
}
