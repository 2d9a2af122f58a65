/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Raises the class files of a jar that are older than Java 6 to Java 8, stack maps included: a step of the build.
 *
 * <p>Picocli is compiled for Java 5. Class files of that age are verified by the old verifier, which infers all types, and
 * have no place in an archive of class data; both together were more than half of the time of a command.
 *
 * <p>The frames are computed here, by looking up classes, which the agent must never do in a target.
 */
final class RaiseClassFiles {

    /** The first version that has stack maps. */
    private static final int WITH_STACK_MAPS = 50;

    private static final int VERSION_OFFSET = 6;

    private RaiseClassFiles() {}

    public static void main(String... args) throws IOException {
        Path jar = Path.of(args[0]);
        Path raised = Path.of(args[0] + ".raised");
        FileTime built = Files.getLastModifiedTime(jar);
        try (JarFile in = new JarFile(jar.toFile(), false);
                URLClassLoader classes = new URLClassLoader(new URL[] {new File(args[0]).toURI().toURL()}, null);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(raised))) {
            for (Enumeration<JarEntry> entries = in.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                byte[] content = in.getInputStream(entry).readAllBytes();
                JarEntry copy = new JarEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                out.write(entry.getName().endsWith(".class") ? raised(content, classes) : content);
                out.closeEntry();
            }
        }
        Files.setLastModifiedTime(raised, built);
        Files.move(raised, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] raised(byte[] content, ClassLoader classes) {
        ClassReader reader = new ClassReader(content);
        if (reader.readShort(VERSION_OFFSET) >= WITH_STACK_MAPS) {
            return content;
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return classes;
            }
        };
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visit(
                            int version, int access, String name, String signature, String parent, String[] faces) {
                        super.visit(Opcodes.V1_8, access, name, signature, parent, faces);
                    }
                },
                ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
