# Numbers, one a line, into "median min max"; and tables of them.

# $1: printf format of one number
summary() {
    sort -g | awk -v format="${1:-%.2f}" '
        { v[NR] = $1 }
        END {
            if (NR == 0) { print "none"; exit }
            median = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2
            printf format " [" format ".." format "]\n", median, v[1], v[NR]
        }'
}

# Two columns, A and B, one pair a line, into what B takes more.
differences() {
    awk '{ print $2 - $1 }'
}

ratios() {
    awk '{ print $2 / $1 }'
}

# Lines "result stage body variant baseline ns added ratio bytes", several launches, into the rows of a table.
paired_rows() {
    local file=$1 key
    cut -f2-5 "$file" | awk '!seen[$0]++' | while read -r key; do
        awk -F'\t' -v key="$key" '$2 FS $3 FS $4 FS $5 == key' "$file" >"$file.one"
        echo "| $(echo "$key" | awk -F'\t' '{ print $1 " | " $3 " / " $4 " | " $2 }')" \
            "| $(cut -f6 "$file.one" | summary %.2f) | $(cut -f7 "$file.one" | summary %+.2f)" \
            "| $(cut -f8 "$file.one" | summary %.3f) | $(cut -f9 "$file.one" | summary %.3f) |"
    done
    rm -f "$file.one"
}

paired_head() {
    echo "| state | variant / baseline | body | baseline ns | added ns | ratio | bytes a call |"
    echo "| --- | --- | --- | --- | --- | --- | --- |"
}
