/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a command ended.
 *
 * @param words the command
 * @param exit its exit code
 * @param out its standard output
 * @param err its standard error
 */
record Ended(List<String> words, int exit, String out, String err) {

    private static final Pattern RECEIPT =
            Pattern.compile("(?m)^unloaded (\\S+)\\b.*?(\\d+) deliver(?:y|ies), (\\d+) exceptions?(.*)$");

    /** What may be refused in a storm, all of it with the reason. */
    private static final Pattern REFUSED = Pattern.compile("livemark: no probe named \\S+ is loaded( any more: .*)?"
            + "|livemark: no probe \\S+ is loaded: there is no agent in .*"
            + "|livemark: the agent is leaving this JVM: a client has asked it to detach");

    /** What a JVM looks like that is suspended, or from which somebody else has taken the agent just now. */
    private static final Pattern UNREACHABLE = Pattern.compile("livemark: JVM .* did not answer within \\d+ ms"
            + "|livemark: JVM .* did not take the agent within \\d+ ms"
            + "|livemark: JVM .* is stopped"
            + "|livemark: the agent was loaded into JVM .* but does not listen; another client may have detached it"
            + "|livemark: JVM .* ended the connection");

    /** What an unload waited for in vain: the machine is slow, or the JVM suspended. */
    private static final Pattern NOT_SEEN =
            Pattern.compile("livemark: \\S+ was not seen (drained|closed|collected) within .*");

    boolean isDone() {
        return exit == 0;
    }

    /** Ended with what was asked for, or with an error that a user understands. */
    void isAnswered() {
        boolean clear = switch (exit) {
            case 0 -> err.isEmpty();
            case 1 -> REFUSED.matcher(firstLine()).matches();
            case 3 -> UNREACHABLE.matcher(firstLine()).matches();
            case 4 -> NOT_SEEN.matcher(firstLine()).matches();
            default -> false;
        };
        if (!clear) {
            throw failure("is no answer");
        }
    }

    /** A receipt that it printed. */
    record Receipt(String name, long deliveries, long exceptions, boolean suppressed, boolean closed) {}

    List<Receipt> receipts() {
        Matcher matcher = RECEIPT.matcher(out);
        return matcher.results()
                .map(found -> new Receipt(
                        found.group(1),
                        Long.parseLong(found.group(2)),
                        Long.parseLong(found.group(3)),
                        found.group(4).contains(" suppressed"),
                        found.group(4).contains("; closed")))
                .toList();
    }

    AssertionError failure(String what) {
        return new AssertionError("$ livemark " + String.join(" ", words) + "   " + what + "\nexit " + exit
                + "\nstdout:\n" + out + "\nstderr:\n" + err);
    }

    private String firstLine() {
        return err.lines().findFirst().orElse("");
    }
}
