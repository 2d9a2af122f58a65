/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.cli.problem.Unreachable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a {@code /proc} that the test wrote. */
class ProcJvmsTest {

    private static final String JVM = "7f00-7f01 r-xp 00000000 08:01 99   /jdk/lib/server/libjvm.so\n";

    @TempDir
    Path proc;

    private final List<Path> links = new ArrayList<>();
    private int uid;

    @BeforeEach
    void the_command_itself_is_process_1() throws IOException {
        uid = 1000;
        process(1, uid, "java\0-jar\0livemark.jar\0list\0", JVM);
        Files.createSymbolicLink(proc.resolve("self"), Path.of("1"));
    }

    /** Nobody who clears up after the test shall meet a link to {@code /}. */
    @AfterEach
    void take_the_links_away() throws IOException {
        for (Path link : links) {
            Files.delete(link);
        }
    }

    @Test
    void all_lists_the_jvms_of_this_user_and_no_livemark_command() throws Exception {
        process(12, uid, "java\0shop.Shop\0", JVM);
        process(7, uid, "java\0-jar\0/opt/a.jar\0", JVM);
        process(8, uid, "sleep\0forever\0", "7f00-7f01 r-xp 00000000 08:01 99   /bin/sleep\n");
        process(9, uid + 1, "java\0other.Main\0", JVM);
        process(10, uid, "java\0-cp\0x\0io.livemark.cli.Main\0load\0", JVM);
        Files.createDirectory(proc.resolve("11"));
        List<String> shown = new ArrayList<>();
        for (Jvm jvm : new ProcJvms(proc).all()) {
            shown.add(jvm.toString());
        }
        assertEquals(List.of("7 (a.jar)", "12 (shop.Shop)"), shown);
    }

    @Test
    void root_lists_the_jvms_of_everybody() throws Exception {
        Files.writeString(proc.resolve("1/status"), status(0, 1));
        process(9, uid, "java\0other.Main\0", JVM);
        assertEquals(1, new ProcJvms(proc).all().size());
    }

    @Test
    void a_part_of_a_name_finds_the_only_jvm_that_has_it() throws Exception {
        process(12, uid, "java\0shop.Shop\0", JVM);
        process(13, uid, "java\0shop.ShopLoad\0", JVM);
        assertEquals(13, new ProcJvms(proc).find("Load").pid());
        assertEquals(12, new ProcJvms(proc).find("shop.Shop").pid());
        assertEquals("no JVM of yours has \"lost\" in its main class or jar name", refusal("lost"));
    }

    @Test
    void an_ambiguous_name_lists_its_candidates() throws IOException {
        process(12, uid, "java\0shop.Shop\0", JVM);
        process(13, uid, "java\0shop.ShopLoad\0", JVM);
        assertEquals("\"Sho\" is in the name of 2 JVMs:\n  12  shop.Shop\n  13  shop.ShopLoad", refusal("Sho"));
    }

    @Test
    void pids_of_others_of_nobody_and_of_the_command_itself_are_refused() throws IOException {
        process(9, uid + 1, "java\0other.Main\0", JVM);
        assertTrue(refusal("9").matches("process 9 belongs to user .*, not to you"), refusal("9"));
        assertEquals("there is no process 99", refusal("99"));
        assertEquals("process 1 is this command itself", refusal("1"));
    }

    @Test
    void a_jvm_in_a_container_is_met_in_its_own_root_by_the_names_that_it_knows() throws Exception {
        process(12, uid, "java\0shop.Shop\0", JVM);
        Path container = proc.resolve("12");
        Files.writeString(container.resolve("status"), status(uid, 12).replace("NSpid:\t12", "NSpid:\t12\t4\t2"));
        Files.writeString(container.resolve("uid_map"), "         0       1000          1\n");
        Files.delete(container.resolve("ns/mnt"));
        Files.createSymbolicLink(container.resolve("ns/mnt"), Path.of("mnt:[2]"));
        Jvm jvm = new ProcJvms(proc).find("12");
        assertEquals(container.resolve("root/tmp/.livemark-0/2.sock"), jvm.socket());
        assertEquals(uid, jvm.uid());
    }

    @Test
    void a_process_that_would_not_survive_an_attach_is_not_attached_to() throws Exception {
        process(8, uid, "sleep\0forever\0", "");
        process(12, uid, "java\0-Xrs\0shop.Shop\0", JVM);
        process(13, uid, "java\0shop.Shop\0", JVM);
        Path stopped = proc.resolve("13/status");
        Files.writeString(stopped, Files.readString(stopped).replace("State:\tS (sleeping)", "State:\tT (stopped)"));
        process(14, uid, "java\0-XX:+DisableAttachMechanism\0shop.Shop\0", JVM);
        assertEquals("process 8 (sleep) is no JVM", notAttachable(8));
        assertTrue(notAttachable(12).contains("does not handle SIGQUIT"));
        assertEquals("JVM 13 (shop.Shop) is stopped", notAttachable(13));
        assertTrue(notAttachable(14).contains("-XX:+DisableAttachMechanism"));
    }

    private String refusal(String wanted) {
        return assertThrows(Unreachable.class, () -> new ProcJvms(proc).find(wanted))
                .getMessage();
    }

    private String notAttachable(int pid) throws Exception {
        Jvm jvm = new ProcJvms(proc).find(Integer.toString(pid));
        return assertThrows(Unreachable.class, () -> Attachable.check(jvm)).getMessage();
    }

    private void process(int pid, int owner, String cmdline, String maps) throws IOException {
        Path process = Files.createDirectories(proc.resolve(Integer.toString(pid)));
        Files.writeString(process.resolve("status"), status(owner, pid));
        Files.writeString(process.resolve("cmdline"), cmdline);
        Files.writeString(process.resolve("maps"), maps);
        Files.writeString(process.resolve("uid_map"), "         0          0 4294967295\n");
        links.add(Files.createSymbolicLink(process.resolve("root"), Path.of("/")));
        Files.createSymbolicLink(Files.createDirectory(process.resolve("ns")).resolve("mnt"), Path.of("mnt:[1]"));
    }

    private static String status(int owner, int pid) {
        return "Name:\tjava\nState:\tS (sleeping)\nUid:\t" + owner + "\t" + owner + "\t" + owner + "\t" + owner
                + "\nNSpid:\t" + pid + "\nSigCgt:\t0000000180000000\n";
    }
}
