/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.livemark.it.Build;
import io.livemark.it.ForkedJvm;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An agent of somebody else.
 *
 * @param jar where it is
 * @param options what it is told; null for nothing
 */
record ForeignAgent(Path jar, String options) {

    /** {@return JaCoCo's, which the build has fetched} */
    static ForeignAgent jacoco(Path executed) {
        return new ForeignAgent(fetched("jacocoagent.jar"), "destfile=" + executed);
    }

    /** {@return OpenTelemetry's, which the build has fetched; system properties tell it what to do} */
    static ForeignAgent openTelemetry() {
        return new ForeignAgent(fetched("opentelemetry-javaagent.jar"), null);
    }

    /** {@return the option of the JVM for it} */
    String onTheCommandLine() {
        return "-javaagent:" + jar + (options == null ? "" : "=" + options);
    }

    /** Has a running JVM load it. */
    void attachTo(ForkedJvm target) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(target.pid()));
            try {
                machine.loadAgent(jar.toString(), options);
            } finally {
                machine.detach();
            }
        } catch (IOException | AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new AssertionError(target.failure(jar + " was not attached").getMessage(), e);
        }
    }

    private static Path fetched(String jar) {
        return Build.root().resolve("src-it/forked/target/agents").resolve(jar);
    }
}
