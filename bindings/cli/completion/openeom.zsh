#compdef openeom
# openeom completed by zsh. In ~/.zshrc, after compinit:  source <(openeom completion zsh)
# or as a file named _openeom in a folder of $fpath. openeom itself answers what may come next.

_openeom() {
    local line word meaning kept
    local -a listed unfinished before=("${(@Q)words[1,CURRENT-1]}")
    before=("${(@)before/#\~\//$HOME/}")
    local -i files=0 found=1
    for line in "${(@f)$(command "${before[1]}" complete "${(@)before[2,-1]}" "${(Q)PREFIX}" 2>/dev/null)}"; do
        [[ -n $line ]] || continue
        word=${line%%$'\t'*} meaning=${line#*$'\t'}
        if [[ $word == :files ]]; then
            files=1 kept=$meaning
        elif [[ $word == *[:=.] ]]; then
            unfinished+=("${word//:/\\:}:$meaning")
        else
            listed+=("${word//:/\\:}:$meaning")
        fi
    done
    ((${#listed})) && _describe -V openeom listed && found=0
    ((${#unfinished})) && _describe -V openeom unfinished -S '' && found=0
    if ((files)); then
        compset -P "${(b)kept}"
        _files && found=0
    fi
    return found
}

if [[ ${funcstack[1]} == _openeom ]]; then
    _openeom "$@"
else
    compdef _openeom openeom
fi
