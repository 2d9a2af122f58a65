/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Count;
import io.livemark.cli.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stacks and how often each came; at the end. */
final class StackView implements View {

    private static final int SHOWN = 20;

    private final String pattern;
    private final boolean isJson;
    private final boolean isCollapsed;
    private final Path html;
    private final PrintWriter out;
    private final PrintWriter err;
    private final StackTree root;
    private final Map<StackTree, Long> others = new HashMap<>();
    private Control control;

    StackView(String pattern, boolean isJson, boolean isCollapsed, Path html, PrintWriter out, PrintWriter err) {
        this.pattern = pattern;
        this.isJson = isJson;
        this.isCollapsed = isCollapsed;
        this.html = html;
        this.out = out;
        this.err = err;
        this.root = new StackTree(pattern, null);
    }

    @Override
    public synchronized Feed feed(String jvm, long pid, List<LookMarker> markers, Control given) {
        control = given;
        return new StackFeed(this, jvm.isEmpty() ? root : root.called(jvm), given);
    }

    /** Everything of a feed that changes what is shown. */
    synchronized void change(Runnable change) {
        change.run();
    }

    /** Within {@link #change}. */
    void other(StackTree jvm, long count) {
        others.put(jvm, count);
    }

    @Override
    public void refresh() {
        // A stack is more than a screen: all comes at the end.
    }

    @Override
    public synchronized void end() {
        List<StackTree> leaves = root.leaves();
        leaves.sort(Comparator.comparingLong(StackTree::hits).reversed());
        if (isJson) {
            leaves.forEach(leaf -> out.print(json(leaf) + "\n"));
        } else if (isCollapsed) {
            leaves.forEach(leaf -> out.print(collapsed(leaf) + "\n"));
        } else {
            leaves.stream().limit(SHOWN).forEach(this::print);
            if (leaves.size() > SHOWN) {
                out.println("and " + Count.of(leaves.size() - SHOWN, "other stack") + "; --collapsed shows all");
            }
        }
        out.flush();
        err.println("in all " + Count.of(root.total(), "hit") + ", " + Count.of(leaves.size(), "stack"));
        long other = others.values().stream().mapToLong(Long::longValue).sum();
        if (other > 0) {
            err.println(Count.of(other, "hit") + " had other stacks, of which there were too many");
        }
        if (html != null) {
            draw();
        }
    }

    private void draw() {
        try {
            Files.writeString(html, FlameGraph.of(root, "stacks that reach " + pattern));
            err.println("drawn into " + html);
        } catch (IOException e) {
            control.failed("html", html + " could not be written: " + e, "--collapsed   prints the stacks instead");
        }
    }

    private void print(StackTree leaf) {
        out.print(Count.of(leaf.hits(), "hit") + "\n");
        leaf.stack().forEach(frame -> out.print("    " + frame + "\n"));
    }

    private static Json json(StackTree leaf) {
        Json json = new Json().object().name("what").value("total").name("hits").value(leaf.hits());
        return json.name("stack").values(leaf.stack()).end('}');
    }

    private static String collapsed(StackTree leaf) {
        List<String> frames = leaf.stack();
        StringBuilder line = new StringBuilder();
        for (int i = frames.size() - 1; i >= 0; i--) {
            line.append(frames.get(i).replace(';', ',')).append(i == 0 ? " " : ";");
        }
        return line.append(leaf.hits()).toString();
    }
}
