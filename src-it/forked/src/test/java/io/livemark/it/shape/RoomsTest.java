/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The map of the rooms (agent/README.md), against what the compiled classes say. */
class RoomsTest {

    private static final String ROOT = System.getProperty("livemark.root");

    /** From the outside in: each may use those behind it, none those before it. */
    private static final List<String> LAYERS = List.of(
            "io.livemark.agent", "io.livemark.control", "io.livemark.flight", "io.livemark.probe", "io.livemark.weave");

    /** The rooms that the core may use beside itself and its libraries; the bridge is in {@code java.lang}. */
    private static final List<String> SHARED = List.of("io.livemark", "io.livemark.protocol", "java.lang");

    /** What the bridge uses inside {@code java.base}, of which it is a part. */
    private static final List<String> INSIDE =
            List.of("jdk.internal.loader", "jdk.internal.misc", "jdk.internal.reflect", "jdk.internal.vm.annotation");

    @ParameterizedTest
    @CsvSource({"agent/api, io.livemark", "agent/bridge, java.lang", "agent/protocol, io.livemark.protocol"})
    void a_room_that_others_share_needs_nothing_but_java_base(String room, String itself) {
        nothing(
                classes(room),
                dependency -> !dependency.where().equals("java.base")
                        && !dependency.to().equals(itself)
                        && !isInside(dependency));
    }

    @Test
    void the_core_needs_the_shared_rooms_asm_and_slf4j() {
        nothing(
                classes("agent/core"),
                dependency -> !LAYERS.contains(dependency.to())
                        && !SHARED.contains(dependency.to())
                        && !isInside(dependency)
                        && !dependency.to().startsWith("org.objectweb.asm")
                        && !dependency.to().startsWith("org.slf4j"));
    }

    @Test
    void what_travels_with_one_line_probes_needs_the_api() {
        nothing(
                classes("agent/look"),
                dependency -> !List.of("io.livemark.look", "io.livemark").contains(dependency.to()));
    }

    @Test
    void inside_the_core_nothing_points_back() {
        nothing(
                classes("agent/core"),
                dependency -> LAYERS.contains(dependency.to())
                        && LAYERS.indexOf(dependency.to()) < LAYERS.indexOf(dependency.from()));
    }

    @Test
    void the_command_line_needs_the_protocol_its_two_libraries_and_the_numbers_by_which_one_line_probes_speak() {
        nothing(
                classes("attach-cli"),
                dependency -> !dependency.from().equals("io.livemark.demo")
                        && !(dependency.to() + ".").startsWith("io.livemark.cli.")
                        && !List.of("io.livemark.protocol", "io.livemark.look", "picocli", "net.bytebuddy.agent")
                                .contains(dependency.to())
                        && !dependency.to().startsWith("org.jline."));
    }

    @Test
    void the_shop_of_the_demonstration_needs_the_api() {
        nothing(
                classes("attach-cli"),
                dependency -> dependency.from().equals("io.livemark.demo")
                        && !List.of("io.livemark.demo", "io.livemark").contains(dependency.to()));
    }

    private static boolean isInside(Dependency dependency) {
        return dependency.from().equals("java.lang") && INSIDE.contains(dependency.to());
    }

    private static Path classes(String room) {
        return Path.of(ROOT, room, "target", "classes").normalize();
    }

    private static void nothing(Path classes, Predicate<Dependency> forbidden) {
        assertEquals(
                List.of(), Dependency.beyondTheJdk(classes).filter(forbidden).toList());
    }
}
