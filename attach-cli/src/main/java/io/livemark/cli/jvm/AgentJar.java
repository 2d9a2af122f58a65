/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import io.livemark.cli.problem.Problem;
import io.livemark.cli.problem.Unreachable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The agent, which the command line carries in itself and puts where a JVM can read it. */
public final class AgentJar {

    private static final String CARRIED = "/META-INF/livemark/livemark-agent.jar";
    private static final int NAME_BYTES = 8;

    private AgentJar() {}

    /**
     * Puts the agent where the JVM can read it. A file of that content is left as it is: a JVM that runs may have it
     * mapped.
     *
     * @param jvm the JVM
     * @return the path as the JVM sees it
     * @throws Problem where it cannot be written
     */
    public static Path place(Jvm jvm) throws Problem {
        byte[] content = carried();
        String name = "agent-" + hash(content) + ".jar";
        Path directory = Directory.make(jvm);
        Path jar = directory.resolve(name);
        try {
            if (!Files.isRegularFile(jar) || Files.size(jar) != content.length) {
                write(content, directory, jar);
            }
        } catch (IOException e) {
            throw new Unreachable("the agent cannot be written to " + jar + ": " + e, "is there space left?");
        }
        return jvm.directory().resolve(name);
    }

    private static void write(byte[] content, Path directory, Path jar) throws IOException {
        Path temporary = directory.resolve(jar.getFileName() + "." + System.nanoTime() + ".tmp");
        try {
            Files.write(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            // Readable for all: where we are root, it stays ours, and the directory keeps everybody else out.
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("r--r--r--"));
            Files.move(temporary, jar, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static byte[] carried() throws Problem {
        try (InputStream in = AgentJar.class.getResourceAsStream(CARRIED)) {
            if (in == null) {
                throw new Problem(
                        "this livemark carries no agent", "mvn -q package -DskipTests   builds one that does");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Problem("the agent that livemark carries cannot be read: " + e.getMessage(), "");
        }
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            StringBuilder hex = new StringBuilder();
            for (int i = 0; i < NAME_BYTES; i++) {
                hex.append(Character.forDigit(digest[i] >> 4 & 15, 16)).append(Character.forDigit(digest[i] & 15, 16));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
