# Launches of io.livemark.bench.paired.Paired.

bodies=(light heavy ten hundred walk chain)
paired_flags=("${serial[@]}" -XX:CompileCommand=quiet
    "${bodies[@]/#/-XX:CompileCommand=dontinline,io.livemark.bench.variants.*::}"
    -XX:CompileCommand=dontinline,io.livemark.bench.paired.Calls::emptyCall)
paired_command="java -XX:+UseSerialGC -XX:CompileCommand=dontinline,io.livemark.bench.variants.*::BODY"
paired_columns='baseline ns|%.2f;added ns|%+.2f;ratio|%.3f;bytes a call|%.3f'

# $1: what to warm up, separated by blanks; the rest: flags of the JVM
start_paired() {
    local specs=$1
    shift
    # shellcheck disable=SC2086
    start_jvm "${paired_flags[@]}" -DwarmUpMillis="${warm_up_millis:-100}" -Dpairs="${LIVEMARK_PAIRS:-101}" "$@" \
        -cp "$classpath:$variants:$peers/*" io.livemark.bench.paired.Paired $specs
}

# $1: table, $2: names of the row; VARIANT, BASE and BODY in them are replaced. Takes what is in $out/answer.
paired_samples() {
    local variant base body numbers row
    while IFS=$'\t' read -r _ variant base body numbers; do
        row=${2/VARIANT/$variant}
        row=${row/BASE/$base}
        # shellcheck disable=SC2086
        sample "$1" "${row/BODY/$body}" $numbers
    done < <(grep ^result "$out/answer")
}

# $1: calls or hits, $2: answer or ready. Prints how many there were so far.
counted() {
    sed -nE "s/^$1\t//p" "$out/$2" | tail -n 1
}
