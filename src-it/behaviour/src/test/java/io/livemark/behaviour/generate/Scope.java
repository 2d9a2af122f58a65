/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.generate;

import java.util.ArrayList;
import java.util.List;

/** What can be named at a place of the program. A block has a scope of its own, copied from the one around it. */
final class Scope {

    final List<Variable> variables = new ArrayList<>();

    /** The calls that can be made here, each a name; they take an int and a String, and give an int. */
    final List<String> calls;

    /** Whether the static fields are those of the class that the code is in. */
    final boolean inProgram;

    private Scope(List<String> calls, boolean inProgram) {
        this.calls = calls;
        this.inProgram = inProgram;
    }

    /** Of a method of the program itself. */
    static Scope ofMethod(List<String> calls) {
        return new Scope(calls, true);
    }

    /** Of a method of a class inside the program. */
    static Scope ofInnerClass() {
        return new Scope(List.of(), false);
    }

    Scope block() {
        Scope inner = new Scope(calls, inProgram);
        inner.variables.addAll(variables);
        return inner;
    }

    /** Of the body of a lambda, in the same class. */
    Scope lambda() {
        Scope inner = new Scope(calls, inProgram);
        variables.stream().filter(v -> v.fixed() || v.field()).forEach(inner.variables::add);
        return inner;
    }

    /** Of a method of a local or anonymous class: what it captures. */
    Scope captured() {
        Scope inner = new Scope(List.of(), false);
        variables.stream().filter(v -> v.fixed() && !v.field()).forEach(inner.variables::add);
        return inner;
    }

    Scope with(Kind kind, String name, boolean fixed) {
        variables.add(new Variable(kind, name, fixed, false));
        return this;
    }

    List<Variable> of(Kind kind) {
        return variables.stream().filter(v -> v.kind() == kind).toList();
    }

    List<Variable> assignable(Kind kind) {
        return variables.stream().filter(v -> v.kind() == kind && !v.fixed()).toList();
    }
}
