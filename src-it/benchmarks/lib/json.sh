# The raw results: one array of objects in $raw. io.livemark.bench.page reads it.

json() { # $1: text. Prints it as a string of JSON.
    local text=${1//\\/\\\\}
    text=${text//\"/\\\"}
    text=${text//$'\t'/ }
    printf '"%s"' "${text//$'\n'/\\n}"
}

json_array() { # $1: texts with bars between them
    local parts part result=
    IFS='|' read -r -a parts <<<"$1"
    for part in "${parts[@]}"; do
        result+=", $(json "$part")"
    done
    printf '[%s]' "${result:2}"
}

record() { # $1: what stands between the braces
    [ ! -s "$raw" ] || echo , >>"$raw"
    [ -s "$raw" ] || echo '[' >"$raw"
    printf '{%s}' "$1" >>"$raw"
}

# $1: name, $2: title, $3: heads of the columns that name a row, with bars between them, $4: heads of those with numbers, each
# with its format, separated by semicolons: "added ns|%+.2f;ratio|%.3f", $5: what is measured, $6: the command
table() {
    local columns=
    while read -r column; do
        columns+=", $(json "$column")"
    done <<<"${4//;/$'\n'}"
    record "\"table\": $(json "$1"), \"title\": $(json "$2"), \"keys\": $(json_array "$3"), \"columns\": [${columns:2}],
  \"text\": $(json "$5"), \"command\": $(json "$6")"
}

# $1: table, $2: names of the row with bars between them, the rest: numbers, or "null"
sample() {
    local name=$1 row=$2 values=
    shift 2
    for value; do
        values+=", ${value/#+/}"
    done
    record "\"sample\": $(json "$name"), \"row\": $(json_array "$row"), \"values\": [${values:2}]"
}

# $1: table, $2: names of the row, $3: why there is no number
refused() {
    record "\"refused\": $(json "$1"), \"row\": $(json_array "$2"), \"reason\": $(json "$3")"
}

# $1: expression of numbers. Prints its value.
calc() {
    awk "BEGIN { printf \"%.9g\", $1 }"
}
