/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import io.livemark.cli.problem.Unreachable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The JVMs that {@code /proc} shows. */
public final class ProcJvms implements Jvms {

    private static final int ROOT = 0;
    private static final String OWN_CLASSES = "io.livemark.cli.";
    private static final String OWN_JAR = "livemark.jar";

    private final Path proc;

    /** Looks into {@code /proc}. */
    public ProcJvms() {
        this(Path.of("/proc"));
    }

    ProcJvms(Path proc) {
        this.proc = proc;
    }

    @Override
    public Jvm find(String wanted) throws Unreachable {
        if (wanted.isBlank()) {
            // It is in every name.
            throw new Unreachable("\"" + wanted + "\" names no JVM", "livemark ps   lists the JVMs");
        }
        return isNumber(wanted) ? byPid(wanted) : byName(wanted);
    }

    @Override
    public List<Jvm> all() throws Unreachable {
        List<Jvm> all = new ArrayList<>();
        Self self = self();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc)) {
            for (Path entry : entries) {
                String pid = entry.getFileName().toString();
                if (isNumber(pid) && !pid.equals(self.pid)) {
                    addWhereJvm(entry, self, all);
                }
            }
        } catch (IOException e) {
            throw noProc(e);
        }
        all.sort(Comparator.comparingLong(Jvm::pid));
        return all;
    }

    private static void addWhereJvm(Path entry, Self self, List<Jvm> all) {
        try {
            ProcessStatus status = ProcessStatus.of(entry);
            if ((self.uid == ROOT || status.uid() == self.uid)
                    && !Jdk.libjvm(entry).isEmpty()) {
                Jvm jvm = jvm(entry, status, self);
                if (!jvm.name().startsWith(OWN_CLASSES) && !jvm.name().equals(OWN_JAR)) {
                    all.add(jvm);
                }
            }
        } catch (IOException e) {
            // It ended while we looked, or is none of ours.
        }
    }

    private Jvm byPid(String pid) throws Unreachable {
        Self self = self();
        if (pid.equals(self.pid)) {
            throw new Unreachable("process " + pid + " is this command itself", "livemark ps   lists the JVMs");
        }
        Path entry = proc.resolve(pid);
        ProcessStatus status;
        try {
            status = ProcessStatus.of(entry);
        } catch (IOException e) {
            throw new Unreachable("there is no process " + pid, "livemark ps   lists the JVMs");
        }
        if (self.uid != ROOT && status.uid() != self.uid) {
            String user = owner(entry, status.uid());
            throw new Unreachable(
                    "process " + pid + " belongs to user " + user + ", not to you",
                    "sudo -u " + user + " livemark …   runs the command as that user");
        }
        try {
            return jvm(entry, status, self);
        } catch (IOException e) {
            throw new Unreachable("process " + pid + " cannot be looked at: " + e, "sudo livemark …");
        }
    }

    private Jvm byName(String wanted) throws Unreachable {
        List<Jvm> candidates = new ArrayList<>();
        List<Jvm> exact = new ArrayList<>();
        for (Jvm jvm : all()) {
            if (jvm.name().contains(wanted)) {
                candidates.add(jvm);
                if (jvm.name().equals(wanted)) {
                    exact.add(jvm);
                }
            }
        }
        if (exact.size() == 1) {
            return exact.get(0);
        } else if (candidates.size() == 1) {
            return candidates.get(0);
        } else if (candidates.isEmpty()) {
            throw new Unreachable(
                    "no JVM of yours has \"" + wanted + "\" in its main class or jar name",
                    "livemark ps   lists the JVMs");
        }
        StringBuilder what = new StringBuilder("\"" + wanted + "\" is in the name of " + candidates.size() + " JVMs:");
        for (Jvm jvm : candidates) {
            what.append("\n  ").append(jvm.pid()).append("  ").append(jvm.name());
        }
        throw new Unreachable(what.toString(), "give the PID, or a longer part of the name");
    }

    private static Jvm jvm(Path entry, ProcessStatus status, Self self) throws IOException {
        long pid = Long.parseLong(entry.getFileName().toString());
        String name = JavaCommand.name(Files.readString(entry.resolve("cmdline"), StandardCharsets.ISO_8859_1));
        return new Jvm(
                pid,
                status.innerPid(),
                status.uid(),
                UidMap.inner(entry, status.uid()),
                root(entry, self),
                entry,
                name.isEmpty() ? ListedNames.of(pid) : name);
    }

    /** {@code /} where the process sees our files, its own root otherwise: in a container, or after a chroot. */
    private static Path root(Path entry, Self self) throws IOException {
        Path slash = Path.of("/");
        Path root = entry.resolve("root");
        boolean ours = Files.readSymbolicLink(entry.resolve("ns/mnt")).equals(self.mounts)
                && Files.readSymbolicLink(root).equals(slash);
        return ours ? slash : root;
    }

    private Self self() throws Unreachable {
        try {
            Path self = proc.resolve("self");
            return new Self(
                    Files.readSymbolicLink(self).toString(),
                    ProcessStatus.of(self).uid(),
                    Files.readSymbolicLink(self.resolve("ns/mnt")));
        } catch (IOException e) {
            throw noProc(e);
        }
    }

    private Unreachable noProc(IOException e) {
        return new Unreachable(
                "other processes cannot be seen in " + proc + ": " + e.getMessage(),
                "livemark needs Linux, with /proc mounted");
    }

    private static String owner(Path entry, int uid) {
        try {
            return Files.getOwner(entry).getName();
        } catch (IOException e) {
            return "#" + uid;
        }
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private record Self(String pid, int uid, Path mounts) {}
}
