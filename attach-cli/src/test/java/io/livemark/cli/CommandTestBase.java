/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Jvm;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Unreachable;
import io.livemark.protocol.Receipt;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands in this process, against an agent that the test speaks for. */
abstract class CommandTestBase {

    static final Receipt RECEIPT = new Receipt(
            "SlowOrders",
            Receipt.Cause.UNLOADED,
            1234,
            0,
            0,
            1_200_000,
            1_400_000,
            Receipt.Closing.CLOSED,
            Receipt.NOT_SEEN,
            "");

    @TempDir
    Path root;

    FakeAgent agent;

    @BeforeEach
    void start_the_agent() throws IOException {
        agent = new FakeAgent(root).answers(Request.Describe.class, new Reply.Described("0.1.0", true, 17, ""));
    }

    @AfterEach
    void stop_the_agent() throws IOException {
        agent.close();
    }

    /** What a command printed, and how it ended. */
    record Ran(int exit, String out, String err) {}

    Ran livemark(String... args) {
        return livemark(new OneJvm(agent.jvm()), args);
    }

    static Ran livemark(Jvms jvms, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(jvms, new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Ran(exit, out.toString(), err.toString());
    }

    static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    /** The only JVM there is. */
    record OneJvm(Jvm jvm) implements Jvms {

        @Override
        public Jvm find(String wanted) throws Unreachable {
            if (!wanted.equals(Long.toString(jvm.pid()))) {
                throw new Unreachable("there is no process " + wanted, "livemark ps   lists the JVMs");
            }
            return jvm;
        }

        @Override
        public List<Jvm> all() {
            return List.of(jvm);
        }
    }
}
