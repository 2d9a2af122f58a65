# JVMs that stay: started as a coprocess, spoken to by lines. One at a time.

# $@: what follows "java". Returns once it has said ready; its process id is then in $jvm.
start_jvm() {
    coproc JVM { exec "$jdk/bin/java" "$@" 2>>"$out/stderr"; }
    jvm=$JVM_PID
    # Bash keeps the ends of a coprocess from subshells, and so from pipelines; not copies of them.
    exec {jvm_out}<&"${JVM[0]}" {jvm_in}>&"${JVM[1]}" {JVM[0]}<&- {JVM[1]}>&-
    await ready >/dev/null
}

# Copies lines of the JVM until one starts with $1, that one included.
await() {
    local line
    while IFS= read -r -t 60 -u "$jvm_out" line; do
        printf '%s\n' "$line"
        [[ $line == "$1"* ]] && return
    done
    fail "the JVM ended, or hung, before it said '$1'; see $out/stderr"
}

say() {
    printf '%s\n' "$*" >&"$jvm_in"
}

stop_jvm() {
    local ended=$jvm
    exec {jvm_in}>&-
    wait "$ended" 2>/dev/null || true
    exec {jvm_out}<&-
    jvm=
}

# Microseconds since 1970.
now() {
    echo "${EPOCHREALTIME/[.,]/}"
}

# Runs a command, its output into $out/said; prints the seconds that it took.
seconds() {
    local start end
    start=$(now)
    "$@" >"$out/said" 2>&1 || fail "failed: $* : $(cat "$out/said")"
    end=$(now)
    awk "BEGIN { print ($end - $start) / 1e6 }"
}

livemark() {
    JAVA_HOME=$jdk LIVEMARK_CACHE=$out/archives "$root/attach-cli/bin/livemark" "$@"
}
