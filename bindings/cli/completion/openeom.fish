# openeom completed by fish. Once:  openeom completion fish > ~/.config/fish/completions/openeom.fish
# openeom itself answers what may come next; names of files come from fish, with its own quoting.

function __openeom_answer
    set -l words (commandline -opc | string replace -r '^~/' "$HOME/")
    # Without a quote that is still open and without backslashes.
    set -l typed (commandline -ct | string replace -r '^[\'"]' '' | string replace -ra '\\\\(.)' '$1')
    set -l program $words[1]
    set -e words[1]
    command $program complete $words "$typed" 2>/dev/null
end

complete -c openeom -f -a '(__openeom_answer | string match -v ":files*")'
complete -c openeom -n '__openeom_answer | string match -q ":files*"' -F
