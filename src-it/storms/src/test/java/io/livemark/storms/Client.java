/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms;

import io.livemark.it.Child;
import io.livemark.it.Livemark;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One of those who ask: throws dice for what to do next, keeps the books of the target up to date, and reads each answer. */
final class Client implements Storm.Actor {

    private static final int HOLD_MILLIS = 150;
    private static final int LIFE_MILLIS = 400;

    /** About what a command takes as a process: it is killed before, while and after it asks. */
    private static final int KILL_MILLIS = 900;

    private static final int MOST_KEPT = 3;
    private static final int ROUNDS = 5;

    private final Storm storm;
    private final String name;
    private final boolean detaches;
    private final Random dice;
    private final List<String> kept = new ArrayList<>();
    private int probes;

    Client(Storm storm, String name, boolean detaches, long seed) {
        this.storm = storm;
        this.name = name;
        this.detaches = detaches;
        this.dice = new Random(seed);
    }

    @Override
    public void act() throws Exception {
        int throwOf = dice.nextInt(100);
        if (throwOf < 50) {
            comeAndGo();
        } else if (throwOf < 60) {
            keep();
        } else if (throwOf < 70) {
            letExpire();
        } else if (throwOf < 78) {
            followAndDie();
        } else if (throwOf < 84) {
            die();
        } else if (throwOf < 90) {
            look();
        } else if (throwOf < 94) {
            unload(name + "-never");
        } else if (throwOf < 97 || !detaches) {
            sweep("unload", "--all");
        } else {
            sweep("detach");
        }
    }

    /** Loads, waits and unloads; now and then while the threads stand still, so that not one hit is in doubt. */
    private void comeAndGo() throws Exception {
        Range range = Range.of(dice);
        String probe = nextName();
        boolean stillAtLoad = dice.nextBoolean();
        boolean stillAtUnload = dice.nextBoolean();
        if (quietly(stillAtLoad, range, () -> load(probe, range))) {
            storm.pass(dice.nextInt(HOLD_MILLIS));
            quietly(stillAtUnload, range, () -> unload(probe));
        }
        verify();
    }

    private void keep() throws Exception {
        if (kept.size() < MOST_KEPT) {
            String probe = nextName();
            if (load(probe, Range.of(dice))) {
                kept.add(probe);
            }
        } else {
            unload(kept.remove(dice.nextInt(kept.size())));
        }
    }

    private void letExpire() {
        int life = 1 + dice.nextInt(LIFE_MILLIS);
        load(nextName(), Range.of(dice), "--for", life + "ms", "--arg", "life=" + life);
    }

    /** A client that is killed while it follows a probe; the probe must go by itself. */
    private void followAndDie() throws Exception {
        String probe = nextName();
        List<String> words = loadWords(probe, Range.of(dice), "--follow");
        Child child = Livemark.start(words);
        storm.pass(dice.nextInt(2 * KILL_MILLIS));
        if (child.out().stream().anyMatch(line -> line.startsWith("loaded " + probe))) {
            storm.target.say("loaded " + probe);
            storm.pass(dice.nextInt(HOLD_MILLIS));
        }
        storm.target.say("ending " + probe);
        if (dice.nextInt(4) > 0) {
            child.kill();
        } else {
            child.terminate();
            child.exitCode(Cli.PATIENCE);
        }
    }

    /** A client that is killed while it asks. */
    private void die() throws Exception {
        Range range = Range.of(dice);
        switch (dice.nextInt(detaches ? 4 : 3)) {
            case 0 -> kill(command("list", "--json"));
            case 1 -> {
                String probe = nextName();
                storm.isUnknown(probe);
                kill(loadWords(probe, range));
            }
            case 2 -> {
                String probe = nextName();
                if (load(probe, range)) {
                    storm.target.say("ending " + probe);
                    storm.isUnknown(probe);
                    kill(command("unload", probe));
                }
            }
            default -> {
                storm.target.say("sweeping");
                kill(command("detach"));
                // The agent may still be at it: the next answer to the same comes after that.
                ask("detach");
                storm.target.say("swept");
            }
        }
    }

    private void kill(List<String> words) throws InterruptedException {
        Child child = Livemark.start(words);
        storm.pass(dice.nextInt(KILL_MILLIS));
        child.kill();
    }

    private void look() {
        switch (dice.nextInt(3)) {
            case 0 -> ask("list");
            case 1 -> ask("list", Range.of(dice).pattern(), "--json");
            default -> ask("list", "--active", "--sites");
        }
    }

    /** Ends whatever is there, also what others have loaded. */
    private void sweep(String... words) {
        storm.target.say("sweeping");
        ask(words);
        storm.target.say("swept");
    }

    private boolean load(String probe, Range range, String... more) {
        Ended load = ask(loadWords(probe, range, more));
        if (load.isDone()) {
            storm.target.say("loaded " + probe);
        } else {
            storm.isUnknown(probe);
        }
        return load.isDone();
    }

    private boolean unload(String probe) {
        storm.target.say("ending " + probe);
        Ended unload = switch (dice.nextInt(8)) {
            case 0, 1 -> ask("unload", probe, "--wait", "disarmed");
            case 2 -> ask("unload", probe, "--gc");
            default -> ask("unload", probe);
        };
        if (unload.exit() == 3) {
            storm.isUnknown(probe);
        }
        return unload.isDone();
    }

    private boolean quietly(boolean still, Range range, java.util.function.BooleanSupplier action) {
        String groups = range.from() + " " + range.to();
        if (still) {
            storm.target.say("shut " + groups);
        }
        try {
            return action.getAsBoolean();
        } finally {
            if (still) {
                storm.target.say("open " + groups);
            }
        }
    }

    /** What is made once is made before the resources are counted. */
    void everythingOnce() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            comeAndGo();
            look();
        }
        followAndDie();
        leave();
    }

    /** Takes the agent out; where it came with the JVM, the probes alone. */
    void leave() {
        if (detaches) {
            sweep("detach");
        } else {
            sweep("unload", "--all");
        }
    }

    /** {@return the probes that it has loaded and would unload some day} */
    List<String> kept() {
        return kept;
    }

    void verify() {
        List<String> violations = storm.target.say("verify");
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n", violations));
        }
    }

    private Ended ask(String... words) {
        return ask(command(words));
    }

    /** Asks, reads what comes, and has the target compare the receipts. */
    private Ended ask(List<String> words) {
        Ended ended = storm.ask(words, dice);
        for (Ended.Receipt receipt : ended.receipts()) {
            if (receipt.exceptions() > 0 || receipt.suppressed()) {
                throw ended.failure("says that a probe threw, or was not told of a hit");
            }
            if (receipt.closed()) {
                storm.target.say("receipt " + receipt.name() + " " + receipt.deliveries());
            }
        }
        return ended;
    }

    private List<String> loadWords(String probe, Range range, String... more) {
        List<String> words =
                command("load", ProbeFile.of(storm.directory, range).toString(), "--name", probe);
        int size = io.livemark.storms.run.Group.SIZE;
        words.addAll(List.of("--arg", "from=" + range.from() * size, "--arg", "to=" + range.to() * size));
        // The budget has tests of its own; here it would end a probe that nobody asked to end.
        words.addAll(List.of("--max-overhead", "off"));
        words.addAll(List.of(more));
        return words;
    }

    private List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        command.add(1, Long.toString(storm.target.pid()));
        return command;
    }

    private String nextName() {
        return name + "-" + ++probes;
    }

    @Override
    public String toString() {
        return name;
    }
}
