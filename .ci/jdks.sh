# shellcheck shell=bash
# Finds or installs what the checks need. Sourced.

# install PACKAGE: by apt, as root or by sudo; its chatter goes to standard error, as callers read standard output.
install() {
  local root=()
  [[ $(id -u) == 0 ]] || root=(sudo)
  command -v apt-get >/dev/null || return 1
  "${root[@]}" apt-get update -q >&2 || true
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -q --no-install-recommends "$1" >&2
}

need_command() {
  command -v "$1" >/dev/null && return
  install "$2" && command -v "$1" >/dev/null && return
  printf 'There is no %s, and the package %s could not be installed.\n' "$1" "$2" >&2
  return 1
}

# jdk_major HOME: the feature version of a JDK with a compiler, else 0.
jdk_major() {
  local version=
  if [[ -x $1/bin/javac && -x $1/bin/java ]]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/^[a-z]* version "\([0-9]*\).*/\1/p' | head -n 1)
  fi
  printf '%s\n' "${version:-0}"
}

# find_jdk LEAST MOST: the home of the newest JDK between the two.
find_jdk() {
  local home major best= best_major=0
  for home in $(env | sed -n 's/^JAVA_HOME[^=]*=//p') /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/*; do
    major=$(jdk_major "$home")
    if ((major >= $1 && major <= $2 && major > best_major)); then
      best=$home best_major=$major
    fi
  done
  [[ -n $best ]] && printf '%s\n' "$best"
}

# need_jdk LEAST MOST PACKAGE...: prints the home of a JDK, installing the first package that can be had.
need_jdk() {
  local least=$1 most=$2 package
  shift 2
  find_jdk "$least" "$most" && return
  for package in "$@"; do
    install "$package" && find_jdk "$least" "$most" && return
  done
  printf 'There is no JDK between %s and %s, and none of these could be installed: %s.\n' "$least" "$most" "$*" >&2
  printf 'Set JAVA_HOME to one.\n' >&2
  return 1
}
