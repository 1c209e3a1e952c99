# openeom completed by bash 4 or newer. In ~/.bashrc:  source <(openeom completion bash)
# openeom itself answers what may come next; here its answer is fitted to what readline takes for a word.

_openeom() {
    local words=() rest=${COMP_LINE:0:COMP_POINT} word i files=no

    # Readline breaks words at : and =, which are part of ours: what no space parts is put together again.
    for ((i = 0; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((i > 0)) && [[ $rest != [[:space:]]* ]]; then
            words[${#words[@]} - 1]+=$word
        else
            rest=${rest#"${rest%%[![:space:]]*}"}
            words+=("$word")
        fi
        rest=${rest#"$word"}
    done
    if [[ $rest == [[:space:]]* ]]; then
        words+=("${rest#"${rest%%[![:space:]]*}"}")
    else
        words[${#words[@]} - 1]+=$rest
    fi
    for i in "${!words[@]}"; do
        word=${words[i]//[\\\"\']/}
        words[i]=${word/#\~\//"$HOME"/}
    done

    # Readline replaces what stands behind the last break only.
    local typed=${words[${#words[@]} - 1]} breaks=${COMP_WORDBREAKS//[^:=]/} stays=
    [[ -z $breaks ]] || stays=${typed%"${typed##*["$breaks"]}"}
    COMPREPLY=()
    while IFS=$'\t' read -r word _; do
        if [[ $word == :files ]]; then
            files=yes
        else
            COMPREPLY+=("${word#"$stays"}")
            [[ $word != *[:=.] ]] || compopt -o nospace
        fi
    done < <(command "${words[0]}" complete "${words[@]:1}" 2>/dev/null)

    [[ $files == yes ]] || return 0
    if ((${#COMPREPLY[@]} == 0)); then
        compopt -o default # readline's own, with its quoting
        return 0
    fi
    while IFS= read -r word; do
        printf -v word %q "$word"
        COMPREPLY+=("$word")
    done < <(compgen -f -- "$typed")
}
complete -F _openeom openeom
