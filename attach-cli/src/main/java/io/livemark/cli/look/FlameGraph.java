/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A page that draws stacks as a flame graph: outermost frames below, each as wide as it was hit. One file, nothing from the network. */
final class FlameGraph {

    private static final String PAGE = "/META-INF/livemark/flame-graph.html";

    private FlameGraph() {}

    static String of(StackTree root, String title) {
        Json data = new Json();
        node(root, data);
        // Nothing in a string may end the script that it is in.
        return page().replace("LIVEMARK_TITLE", title.replace("&", "&amp;").replace("<", "&lt;"))
                .replace("LIVEMARK_DATA", data.toString().replace("<", "\\u003c"));
    }

    private static void node(StackTree tree, Json json) {
        json.object()
                .name("n")
                .value(tree.frame())
                .name("v")
                .value(tree.total())
                .name("c")
                .array();
        tree.called().forEach(called -> node(called, json));
        json.end(']').end('}');
    }

    private static String page() {
        try (InputStream in = FlameGraph.class.getResourceAsStream(PAGE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
