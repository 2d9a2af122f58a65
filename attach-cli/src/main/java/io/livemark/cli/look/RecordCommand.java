/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Model.OptionSpec;

/** {@code livemark record}. */
public final class RecordCommand extends LookCommand {

    private static final String PREFIX = "livemark.";

    /** Fields that the recorder adds to each event. */
    private static final Set<String> TAKEN =
            Set.of("startTime", "duration", "eventThread", "stackTrace", "eventHandler", "eventConfiguration");

    private final OptionSpec output = OptionSpec.builder("-o", "--output")
            .type(String.class)
            .paramLabel("FILE")
            .required(true)
            .description("The file to be written; what is there is replaced.")
            .build();
    private String pattern;
    private RecordingOutput file;

    /**
     * Describes the command.
     *
     * @param jvms the JVMs that can be named
     * @param out standard output
     * @param err standard error
     */
    public RecordCommand(Jvms jvms, PrintWriter out, PrintWriter err) {
        super("record", "PATTERN", jvms, out, err);
        spec.addOption(output);
        shows(
                "Records hits as events of the flight recorder, for jfr print and JDK Mission Control.",
                "  $ livemark record shop 'order.*' -o orders.jfr --for 3s",
                "  looking at 4 markers, 4 sites in JVM 6433 (shop.jar)",
                "  162 events, 452.4 KiB in orders.jfr",
                "",
                "  $ livemark record shop order.placed -o large.jfr --where 'total > 100' --limit 50",
                "  $ jfr print --events 'livemark.*' large.jfr");
    }

    @Override
    protected void check(List<String> given) throws Problem {
        pattern = onePattern(given);
        file = RecordingOutput.of(fileName("-o", output.getValue()));
    }

    @Override
    protected List<String> patterns() {
        return List.of(pattern);
    }

    @Override
    protected void handlers(ProbeSource source, List<LookMarker> markers) {
        StringBuilder types = new StringBuilder();
        for (int i = 0; i < markers.size(); i++) {
            types.append(i == 0 ? "" : ", ").append("livemark$Event").append(i).append(".class");
        }
        source.look("Recorder", types.toString());
        for (int i = 0; i < markers.size(); i++) {
            source.member(event(i, markers.get(i)));
            source.handler(markers.get(i));
            source.where();
            if (limit() < Long.MAX_VALUE) {
                source.line("if (!this.livemark$look.take()) { return; }");
            }
            source.line("livemark$Event" + i + " livemark$event = new livemark$Event" + i + "();");
            StringBuilder filled = new StringBuilder();
            for (LookField field : markers.get(i).fields()) {
                filled.append(" livemark$event.").append(name(field)).append(" = ");
                String value = field.parameter();
                filled.append(field.isPrimitive() ? value : "this.livemark$look.text(" + value + ")");
                filled.append(';');
            }
            source.line("if (livemark$event.isEnabled()) {" + filled
                    + " livemark$event.commit(); this.livemark$look.recorded(); }");
            source.end();
        }
    }

    @Override
    protected View view(boolean isSeveral) {
        if (isSeveral) {
            throw usage("one JVM at a time: a file holds the recording of one");
        }
        return new RecordView(file, isJson(), out, err());
    }

    private static String event(int number, LookMarker marker) {
        StringBuilder event = new StringBuilder();
        event.append("@jdk.jfr.Name(").append(ProbeSource.quoted(name(marker))).append(") @jdk.jfr.Label(");
        event.append(ProbeSource.quoted(marker.name()))
                .append(") @jdk.jfr.Category(\"Livemark\") @jdk.jfr.Enabled(false)");
        event.append(" @jdk.jfr.Registered(false) static final class livemark$Event")
                .append(number);
        event.append(" extends jdk.jfr.Event {");
        for (LookField field : marker.fields()) {
            event.append(" @jdk.jfr.Label(")
                    .append(ProbeSource.quoted(joined(field)))
                    .append(") ");
            event.append(field.isPrimitive() ? field.type() : "java.lang.String")
                    .append(' ');
            event.append(name(field)).append(';');
        }
        return event.append(" }").toString();
    }

    /** As the agent names the events of recordings that it did not start. */
    private static String name(LookMarker marker) {
        StringBuilder name = new StringBuilder(PREFIX);
        for (String segment : marker.name().split("\\.")) {
            name.append(name.length() == PREFIX.length() ? "" : ".").append(identifier(segment));
        }
        return name.toString();
    }

    private static String name(LookField field) {
        return TAKEN.contains(field.name()) ? field.name() + "_" : joined(field);
    }

    private static String joined(LookField field) {
        return field.name().replace("|", "_or_");
    }

    private static String identifier(String text) {
        String name = text.replace('-', '_');
        name = Character.isJavaIdentifierStart(name.codePointAt(0)) ? name : "_" + name;
        return SourceVersion.isKeyword(name) ? name + "_" : name;
    }
}
