/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Build;
import io.livemark.it.Livemark;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is in the three jars that people get. */
class JarShapeIT {

    private static final long MIB = 1 << 20;
    private static final long KIB = 1 << 10;

    @Test
    void the_agent_brings_its_own_packages_only() throws IOException {
        Map<String, byte[]> entries = entries(Build.agentJar());
        assertEquals(
                List.of(),
                entries.keySet().stream()
                        .filter(name -> !name.startsWith("io/livemark/") && !name.startsWith("META-INF/"))
                        .toList());
        assertEquals(
                List.of(),
                entries.keySet().stream()
                        .filter(name -> name.startsWith("META-INF/services/") || name.startsWith("META-INF/maven/"))
                        .toList());
        assertTrue(Files.size(Build.agentJar()) < MIB, Files.size(Build.agentJar()) + " bytes");
    }

    @Test
    void the_agent_s_libraries_have_other_names_than_an_application_s() throws IOException {
        for (Map.Entry<String, byte[]> entry : entries(Build.agentJar()).entrySet()) {
            if (entry.getKey().endsWith(".class")) {
                String text = new String(entry.getValue(), StandardCharsets.ISO_8859_1);
                for (String foreign : List.of("org/objectweb/", "org/slf4j/")) {
                    assertTrue(!text.contains(foreign), () -> entry.getKey() + " has " + foreign);
                }
            }
        }
    }

    @Test
    void the_agent_can_be_started_and_attached() throws IOException {
        Attributes manifest = manifest(Build.agentJar());
        assertEquals("io.livemark.agent.Launcher", manifest.getValue("Premain-Class"));
        assertEquals("io.livemark.agent.Launcher", manifest.getValue("Agent-Class"));
        assertEquals("true", manifest.getValue("Can-Retransform-Classes"));
        assertNull(manifest.getValue("Boot-Class-Path"), "it makes HotSpot print a warning");
    }

    @Test
    void the_api_is_small_and_needs_nothing() throws IOException {
        Map<String, byte[]> entries = entries(Build.apiJar());
        assertTrue(Files.size(Build.apiJar()) < 20 * KIB, Files.size(Build.apiJar()) + " bytes");
        ModuleDescriptor module = ModuleDescriptor.read(java.nio.ByteBuffer.wrap(entries.get("module-info.class")));
        assertEquals("io.livemark", module.name());
        assertEquals(Set.of("io.livemark"), sources(module));
        assertEquals(
                List.of("java.base"),
                module.requires().stream().map(ModuleDescriptor.Requires::name).toList());
    }

    @Test
    void the_command_line_is_one_jar_that_carries_the_agent() throws IOException {
        assertEquals("io.livemark.cli.Main", manifest(Build.cliJar()).getValue("Main-Class"));
        assertNull(manifest(Build.cliJar()).getValue("Class-Path"));
        // The terminal library of "top" needs it: newer JDKs warn without, where standard error is not the terminal.
        assertEquals("ALL-UNNAMED", manifest(Build.cliJar()).getValue("Enable-Native-Access"));
        assertArrayEquals(
                Files.readAllBytes(Build.agentJar()),
                entries(Build.cliJar()).get("META-INF/livemark/livemark-agent.jar"));
        int look = entries(Build.cliJar()).get("META-INF/livemark/livemark-look.jar").length;
        assertTrue(look < 150 * KIB, look + " bytes travel with each probe of a one-line command");
        Livemark.run("--help").exits(0).says("load").says("unload").says("detach");
        Livemark.run("--version").exits(0);
    }

    private static Set<String> sources(ModuleDescriptor module) {
        return module.exports().stream().map(ModuleDescriptor.Exports::source).collect(Collectors.toSet());
    }

    private static Attributes manifest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes();
        }
    }

    private static Map<String, byte[]> entries(Path jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                // A directory on the way to a package says nothing.
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
                }
            }
        }
        return entries;
    }
}
