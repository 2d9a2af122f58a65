/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.demo;

import io.livemark.cli.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The steps of {@code examples/tour}, on a shop that needs no checkout. */
final class Tour {

    private static final long SOME_ORDERS_MILLIS = 1_000;

    private final ShopProcess shop;
    private final Stage stage;
    private final String pid;

    Tour(ShopProcess shop, Stage stage) {
        this.shop = shop;
        this.stage = stage;
        this.pid = Long.toString(shop.pid());
    }

    void run() throws Problem {
        stage.says("A shop: a small marked program, without any agent, and customers who keep it busy." + "\nIt is JVM "
                + pid + "; all of this takes half a minute, and Ctrl-C ends it.");
        arrive();
        look();
        Path counting = shop.probe("01-count-by-status", "CountByStatus");
        stage.step("Count as a class of your own, which can do more. This is one:");
        show(counting);
        stage.step("Load it for three seconds, and watch.");
        stage.livemark("load", pid, counting.toString(), "--arg", "every=100", "--for", "3s", "--follow");
        loadTwo();
        breakOne();
        await();
        stage.step("Enough seen. Everything out, the agent included.");
        stage.livemark("detach", pid);
        if (!stage.isOver()) {
            stage.step("What did the customers notice of all this?");
            stage.says(shop.end());
            stage.says(
                    "The shop answered every request. It is closed; livemark demo --stay opens one to try things on.");
        }
    }

    private void arrive() throws Problem {
        stage.step("Which JVMs are there? The shop has no agent yet.");
        stage.livemark("ps");
        stage.step("Bring the agent into it, while it serves.");
        int before = shop.complaints().size();
        stage.livemark("attach", pid);
        List<String> complaints = shop.complaints();
        if (complaints.size() > before) {
            stage.says("(The JVM of the shop says on its stderr, as every JVM does from JDK 21 on:)");
            complaints.subList(before, complaints.size()).forEach(line -> stage.says("    " + line));
        }
        stage.step("What is marked in it: names, fields with their types, and where. (A mark in a finally block is two"
                + " sites: javac\n   copies it.) No probe is loaded, and none of it costs anything.");
        stage.livemark("list", pid, "--sites");
    }

    private void look() throws Problem {
        stage.step("How many answers, by status? One line, and no class to write.");
        stage.livemark("count", pid, "http.request.end", "--by", "status", "--for", "3s");
        stage.step("How long do its queries take, and its requests from their begin to their end?");
        stage.livemark("hist", pid, "db.query", "nanos", "--for", "2s");
        stage.livemark("latency", pid, "http.request.begin", "http.request.end", "--for", "2s");
        stage.step("Who asks the database? The stacks, the most frequent first.");
        stage.livemark("stack", pid, "db.query", "--depth", "4", "--for", "1s");
    }

    private void loadTwo() throws Problem {
        stage.step("Load two more and leave them there. What is active now?");
        load("02-slow-queries", "SlowQueries", "--arg", "millis=5");
        load("03-latency-map", "LatencyMap");
        stage.pause(SOME_ORDERS_MILLIS);
        stage.livemark("list", pid, "--active");
        stage.step("Take one out again; the receipt says what is sure.");
        stage.livemark("unload", pid, "SlowQueries");
    }

    private void breakOne() throws Problem {
        stage.step("A broken probe: it throws at every third order. The orders do not notice, the list does.");
        load("04-throws-every-third", "ThrowsEveryThird");
        stage.pause(SOME_ORDERS_MILLIS);
        stage.livemark("list", pid, "order.placed");
        stage.livemark("unload", pid, "--all");
    }

    private void await() throws Problem {
        stage.step("A probe for a class that the shop has not loaded yet: it waits.");
        load("05-waits-for-refund", "WaitsForRefund");
        stage.step("The first refund loads the class, and is seen.");
        if (!stage.isOver()) {
            stage.says(shop.refund());
        }
        stage.livemark("list", pid, "refund.*");
    }

    private void load(String directory, String name, String... options) throws Problem {
        String[] words = new String[3 + options.length];
        words[0] = "load";
        words[1] = pid;
        words[2] = shop.probe(directory, name).toString();
        System.arraycopy(options, 0, words, 3, options.length);
        stage.livemark(words);
    }

    /** The class, without what is above it in the file. */
    private void show(Path source) throws Problem {
        try {
            String text = Files.readString(source);
            stage.says(text.substring(text.indexOf("public final class")).strip());
        } catch (IOException e) {
            throw new Problem(source + " cannot be read: " + e.getMessage(), "");
        }
    }
}
