/** What a shell may complete: a command, its subcommands and its flags. */
export interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly words: readonly string[];
}

/** Source: GNU Bash manual, programmable completion. Files complete where nothing of ours fits. */
export function bashScript(commands: readonly CommandWords[]): string {
  return `_kt_event() {
  local current="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${commands.map(bashCase).join('\n')}
  esac
}
complete -o default -F _kt_event kt-event
`;
}

const bashCase = ({ name, words }: CommandWords): string =>
  `    ${name}) COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$current")) ;;`;

export function zshScript(commands: readonly CommandWords[]): string {
  return `#compdef kt-event
_kt_event() {
  if (( CURRENT == 2 )); then
    local -a commands=(
${commands.map(({ name, description }) => `      ${quoted(`${name}:${description.replaceAll(':', '\\:')}`)}`).join('\n')}
    )
    _describe command commands
    return
  fi
  local -a words_of
  case "$words[2]" in
${commands.map(({ name, words }) => `    ${name}) words_of=(${words.join(' ')}) ;;`).join('\n')}
  esac
  compadd -a words_of
  _files
}
compdef _kt_event kt-event
`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
