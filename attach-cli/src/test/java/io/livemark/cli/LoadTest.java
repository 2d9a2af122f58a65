/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Connection;
import io.livemark.protocol.Limits;
import io.livemark.protocol.Receipt;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest extends CommandTestBase {

    private static final String SELF = "io/livemark/cli/LoadTest.class";

    @TempDir
    Path files;

    @BeforeEach
    void answer() {
        agent.answers(Request.Load.class, new Reply.Loaded("SlowOrders", 1, 2, List.of("later.*"), 1, 3_100_000));
    }

    @Test
    void load_says_what_was_armed_what_waits_and_what_it_took() throws IOException {
        assertEquals(
                new Ran(
                        0,
                        lines(
                                "loaded SlowOrders on 1 marker, 2 sites in 3.1 ms",
                                "waiting for: later.*",
                                "retransformed 1 class"),
                        ""),
                livemark("load", "4711000", classFile()));
    }

    @Test
    void options_reach_the_agent() throws IOException {
        livemark("load", "4711000", classFile(), "--name", "slow", "--arg", "a=1", "--arg", "b=x=y", "--for", "2m");
        Request.Load load = agent.only(Request.Load.class);
        assertEquals("slow", load.name());
        assertEquals(Map.of("a", "1", "b", "x=y"), load.arguments());
        assertEquals(120_000, load.lifeMillis());
        assertEquals(false, load.follow());
    }

    @Test
    void a_lone_class_is_placed_by_its_name_with_the_classes_nested_in_it() throws IOException {
        Files.write(files.resolve("Other$1.class"), bytes("io/livemark/cli/ListTest.class"));
        livemark("load", "4711000", classFile());
        assertEquals(
                Set.of(SELF, "io/livemark/cli/UnloadTest.class"),
                agent.only(Request.Load.class).files().keySet());
    }

    @Test
    void a_jar_and_a_directory_give_all_their_files() throws IOException {
        Path directory = Files.createDirectories(files.resolve("classes/a"));
        Files.write(directory.resolve("A.class"), new byte[] {1});
        Files.write(directory.resolve("a.txt"), new byte[] {2});
        Path jar = jar("b/B.class", "META-INF/MANIFEST.MF");
        assertEquals(
                0,
                livemark("load", "4711000", directory.getParent().toString(), jar.toString())
                        .exit());
        assertEquals(
                Set.of("a/A.class", "a/a.txt", "b/B.class"),
                agent.only(Request.Load.class).files().keySet());
    }

    @Test
    void what_cannot_be_read_is_refused_before_anything_is_asked() throws IOException {
        Path noJar = Files.writeString(files.resolve("no.jar"), "text");
        Path noClass = Files.writeString(files.resolve("No.class"), "text");
        Path empty = Files.createDirectory(files.resolve("empty"));
        refuses("there is no file /nowhere", "/nowhere");
        refuses(noJar + " is no jar: ", noJar.toString());
        refuses(noClass + " is no class file: it does not begin with CAFEBABE", noClass.toString());
        refuses("there is no class in " + empty, empty.toString());
        refuses(
                "there is no class in " + jar("a.txt"),
                files.resolve("a.txt.jar").toString());
        assertEquals(List.of(), agent.requests);
    }

    @Test
    void the_same_path_with_another_content_is_refused() throws IOException {
        Path directory = Files.createDirectories(files.resolve("classes"));
        Files.write(directory.resolve("A.class"), new byte[] {99});
        Path jar = jar("A.class");
        refuses(
                "A.class is in " + directory.resolve("A.class") + " and, different, in " + jar,
                directory.toString(),
                jar.toString());
    }

    @Test
    void follow_prints_events_as_they_are_and_ends_with_the_receipt() throws IOException {
        agent.answers(
                Request.Load.class,
                new Reply.Loaded("SlowOrders", 1, 2, List.of(), 0, 3_100_000),
                new Reply.Event(Reply.Event.Kind.EMIT, 0, "order 17 ü", 0),
                new Reply.Event(Reply.Event.Kind.ALIVE, 0, "", 0),
                new Reply.Event(Reply.Event.Kind.LOG, 0, "half way", 3),
                new Reply.Event(Reply.Event.Kind.ALIVE, 0, "", 1),
                new Reply.Unloaded(List.of(RECEIPT)));
        assertEquals(
                new Ran(
                        0,
                        lines(
                                "loaded SlowOrders on 1 marker, 2 sites in 3.1 ms",
                                "order 17 ü",
                                "log: half way",
                                "unloaded SlowOrders: disarmed in 1.2 ms, drained in 1.4 ms; 1234 deliveries, 0 exceptions; closed"),
                        lines("… 3 events dropped", "… 1 event dropped")),
                livemark("load", "4711000", classFile(), "--follow"));
        assertTrue(agent.only(Request.Load.class).follow());
    }

    @Test
    void a_probe_that_was_taken_out_for_its_faults_or_its_cost_ends_its_follower_with_a_failure() throws IOException {
        for (Receipt.Cause cause : List.of(Receipt.Cause.FAULTY, Receipt.Cause.TOO_COSTLY)) {
            agent.answers(
                    Request.Load.class,
                    new Reply.Loaded("A", 1, 2, List.of(), 0, 0),
                    new Reply.Unloaded(
                            List.of(new Receipt("A", cause, 100, 100, 0, 0, 0, Receipt.Closing.NONE, -1, ""))));
            assertEquals(1, livemark("load", "4711000", classFile(), "--follow").exit(), cause.name());
        }
    }

    @Test
    void the_hundredth_exception_is_the_last_unless_told_otherwise() throws IOException {
        livemark("load", "4711000", classFile());
        assertEquals(100, agent.only(Request.Load.class).limits().maxExceptions());
        agent.requests.clear();
        livemark("load", "4711000", classFile(), "--max-exceptions", "1");
        assertEquals(1, agent.only(Request.Load.class).limits().maxExceptions());
        assertEquals(
                2,
                livemark("load", "4711000", classFile(), "--max-exceptions", "-1")
                        .exit());
    }

    @Test
    void the_overhead_is_limited_to_five_percent_unless_told_otherwise() throws IOException {
        for (String[] given : new String[][] {
            {null, "0.05"}, {"1%", "0.01"}, {"0.5%", "0.005"}, {"100%", "1.0"}, {"off", "0.0"}, {"none", "0.0"}
        }) {
            agent.requests.clear();
            Ran ran = given[0] == null
                    ? livemark("load", "4711000", classFile())
                    : livemark("load", "4711000", classFile(), "--max-overhead", given[0]);
            assertEquals(0, ran.exit(), ran.err());
            assertEquals(
                    Double.parseDouble(given[1]),
                    agent.only(Request.Load.class).limits().maxOverhead());
        }
    }

    @Test
    void a_limit_that_is_no_share_is_a_usage_error() throws IOException {
        for (String wrong : List.of(
                "1", "0%", "0.0%", "101%", "-1%", "%", "", "1 %", "1.%", ".5%", "1.2.3%", "NaN%", "1e1%", "ON")) {
            Ran ran = livemark("load", "4711000", classFile(), "--max-overhead=" + wrong);
            assertEquals(2, ran.exit(), wrong);
            assertTrue(ran.err().contains("up to 100%, like 5% or 0.5%, nor off"), ran.err());
        }
        assertEquals(List.of(), agent.requests);
    }

    @Test
    void a_jvm_that_ends_while_it_is_followed_is_named() throws IOException {
        Ran ran = livemark("load", "4711000", classFile(), "--follow");
        assertEquals(3, ran.exit());
        assertTrue(ran.err().startsWith("livemark: JVM 4711000 (shop.ShopServer) ended the connection\n"), ran.err());
    }

    @Test
    void an_interrupt_unloads_over_another_connection_and_the_receipt_is_printed_once() throws Exception {
        agent.answers(Request.Unload.class, new Reply.Unloaded(List.of(RECEIPT)))
                .answers(
                        Request.Load.class,
                        new Reply.Loaded("SlowOrders", 1, 2, List.of(), 0, 0),
                        new Reply.Unloaded(List.of(RECEIPT)));
        StringWriter out = new StringWriter();
        Agent target = new Agent(agent.jvm(), Duration.ofSeconds(5));
        try (Connection connection = target.connect()) {
            connection.ask(new Request.Load("", Map.of(), Map.of(), 0, true, Limits.DEFAULT));
            PrintWriter printer = new PrintWriter(out, true);
            Following following = new Following(target, connection, "SlowOrders", printer, printer);
            following.endOnInterrupt();
            assertEquals(ExitCode.DONE, following.toTheEnd());
        }
        assertEquals(List.of("SlowOrders"), agent.only(Request.Unload.class).names());
        assertEquals(
                lines(
                        "unloaded SlowOrders: disarmed in 1.2 ms, drained in 1.4 ms; 1234 deliveries, 0 exceptions; closed"),
                out.toString());
    }

    @Test
    void durations_have_a_unit() throws IOException {
        for (String wrong : List.of("10", "ms", "1d", "0s", "-1s")) {
            Ran ran = livemark("load", "4711000", classFile(), "--for", wrong);
            assertEquals(2, ran.exit(), wrong);
            assertTrue(ran.err().contains("500ms, 10s, 2m or 1h"), ran.err());
        }
    }

    private void refuses(String what, String... named) {
        String[] args = new String[named.length + 2];
        args[0] = "load";
        args[1] = "4711000";
        System.arraycopy(named, 0, args, 2, named.length);
        Ran ran = livemark(args);
        assertEquals(1, ran.exit());
        assertTrue(ran.err().startsWith("livemark: " + what), ran.err());
        assertTrue(ran.err().contains("\nhint: "), ran.err());
    }

    /** This class, under another name, with something that looks nested beside it. */
    private String classFile() throws IOException {
        Path file = Files.write(files.resolve("Any.class"), bytes(SELF));
        Files.write(files.resolve("Any$1.class"), bytes("io/livemark/cli/UnloadTest.class"));
        return file.toString();
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = LoadTest.class.getClassLoader().getResourceAsStream(resource)) {
            return in.readAllBytes();
        }
    }

    @Test
    void what_every_jar_has_of_its_own_is_taken_from_the_first_and_providers_of_services_from_all() throws IOException {
        Path directory = Files.createDirectories(files.resolve("classes"));
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.write(directory.resolve("A.class"), new byte[] {99});
        Files.write(directory.resolve("META-INF/LICENSE"), new byte[] {99});
        Files.write(services.resolve("a.B"), new byte[] {99});
        livemark(
                "load",
                "4711000",
                directory.toString(),
                jar("C.class", "META-INF/LICENSE", "META-INF/services/a.B").toString());
        Map<String, byte[]> sent = agent.only(Request.Load.class).files();
        assertArrayEquals(new byte[] {99}, sent.get("META-INF/LICENSE"));
        assertArrayEquals(new byte[] {99, '\n', 21}, sent.get("META-INF/services/a.B"));
        assertEquals(Set.of("A.class", "C.class", "META-INF/LICENSE", "META-INF/services/a.B"), sent.keySet());
    }

    private Path jar(String... entries) throws IOException {
        Path jar = files.resolve(entries[0].replace('/', '.') + ".jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(entry.length());
            }
        }
        return jar;
    }
}
