/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens the shop, says {@code ready}, and closes when its standard input ends: however {@code livemark demo} ends, by
 * {@code SIGKILL} too, nothing of it stays behind.
 */
public final class Shop {

    private Shop() {}

    /**
     * Runs the shop. The line {@code refund} on standard input pays the latest order back.
     *
     * @param args a directory to delete at the end, with the files in it
     * @throws IOException where standard input cannot be read
     */
    public static void main(String... args) throws IOException {
        // The terminal sends Ctrl-C to us too, and the command still has to take its probes out of here.
        ignoreInterrupts();
        Database database = new Database();
        Dispatcher dispatcher = new Dispatcher(database);
        FrontDoor frontDoor = new FrontDoor(database, dispatcher);
        Customers customers = new Customers(frontDoor);
        try {
            dispatcher.start();
            customers.start();
            System.out.println("ready");
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("refund")) {
                    long order = database.latest();
                    System.out.println("GET /refund?order=" + order + " was answered "
                            + frontDoor.answer("GET", "/refund", Long.toString(order)));
                }
            }
            customers.close();
            dispatcher.close();
            System.out.println(customers);
        } finally {
            for (String directory : args) {
                delete(Path.of(directory));
            }
        }
        System.exit(customers.areContent() ? 0 : 1);
    }

    private static void ignoreInterrupts() {
        try {
            // By name: the compiler warns of it, and a runtime may come without its module.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Method handle = signal.getMethod("handle", signal, handler);
            Constructor<?> named = signal.getConstructor(String.class);
            handle.invoke(
                    null, named.newInstance("INT"), handler.getField("SIG_IGN").get(null));
        } catch (ReflectiveOperationException e) {
            // Then Ctrl-C closes the shop a little earlier.
            return;
        }
    }

    private static void delete(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }
}
