/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Answer;
import io.livemark.it.Arrival;
import io.livemark.it.Build;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.Sources;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** One program as a named module, which has the API in three ways; the agent changes nothing of what a module reads. */
@HoweverTheAgentComes
class ModulesIT {

    private static final String APP = "marked.App";

    private static final Marks MARKS = new Marks(APP, "1 2 3")
            .with("module.guarded", "guarded", "1")
            .with("module.evaluated", "evaluated", "2")
            .with("module.lambda", "guarded", "3")
            .with("module.inside", "guarded", "Order[total=4]");

    @Parameter
    Arrival arrival;

    @TempDir
    Path directory;

    private Path classes;

    @BeforeEach
    void name_the_classes() {
        classes = directory.resolve("marked");
    }

    @Test
    void a_module_that_requires_the_api() {
        compile("requires io.livemark;", "--module-path", Build.apiJar().toString());
        String path = classes + File.pathSeparator + Build.apiJar();
        try (ForkedJvm target = MARKS.start(arrival, List.of(), "--module-path=" + path, "--add-modules=marked")) {
            String[] reads = {"module marked", "reads module io.livemark", "reads the class path: false"};
            passes(target, reads);
        }
    }

    @Test
    void a_module_that_knows_nothing_of_the_api_and_finds_it_on_the_class_path() {
        String reads = "--add-reads=marked=ALL-UNNAMED";
        compile("", reads);
        try (ForkedJvm target =
                MARKS.start(arrival, List.of(), "--module-path=" + classes, "--add-modules=marked", reads)) {
            passes(target, "module marked", "reads the class path: true");
        }
    }

    @Test
    void a_module_of_a_layer_with_a_loader_and_an_api_of_its_own() {
        compile("requires io.livemark;", "--module-path", Build.apiJar().toString());
        try (ForkedJvm target = Marks.startWithout(arrival, List.of())) {
            target.say("layer " + classes + File.pathSeparator + Build.apiJar()).printsNothing();
            MARKS.runsIdle(target);
            passes(target, "module marked", "reads module io.livemark", "reads the class path: false");
        }
    }

    private void passes(ForkedJvm target, String... reads) {
        target.say("module " + APP).prints(reads);
        MARKS.areListedAndHit(target, arrival);
        target.say("module " + APP).prints(reads);
        // A type of a package that the module does not export, by its own name.
        Path probe = Sources.write(directory, "Orders", Sources.resource("kinds/Orders"));
        target.livemark("load", probe).exits(0);
        Answer answer = target.say("run " + APP);
        assertEquals(List.of("order 4", "did 1 2 3"), answer.lines());
        target.livemark("unload", "--all").exits(0);
        MARKS.runWithoutThem(target);
        target.say("module " + APP).prints(reads);
    }

    private void compile(String directive, String... options) {
        Path info = Sources.write(directory, "module-info", "module marked { exports marked; " + directive + " }");
        Path order = Sources.write(directory, "Order", "package marked.inside; public record Order(int total) {}");
        List<String> all = new java.util.ArrayList<>(List.of(options));
        all.addAll(List.of(info.toString(), order.toString()));
        Sources.compile(
                Sources.write(directory, "App", Sources.resource("kinds/App")), classes, all.toArray(new String[0]));
    }
}
