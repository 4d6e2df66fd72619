# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# shellcheck disable=SC2154 # packaging/dev sets $source and $cache
# Sourced by packaging/dev: the platform the product is built on, Debian 13 or newer.
# Where the distribution is older, a Debian 13 root is made once and the script goes on inside it.

say() { printf '%s\n' "pullquote: $*" >&2; }

fail() { # fail WHAT [WHAT TO DO]
    say "$1"
    [[ $# -lt 2 ]] || say "  -> $2"
    exit 1
}

as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "This step needs root and sudo is not installed: $*" "Run it as root once, then call this again."
    fi
}

package_list() { # the names in packaging/packages
    sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$source/packaging/packages"
}

# Is the distribution itself new enough? (A Debian without a version number is testing or unstable.)
is_native() {
    local ID='' VERSION_ID='' minimum
    # shellcheck source=/dev/null
    . /etc/os-release
    case $ID in
        debian) minimum=13 ;;
        ubuntu) minimum=25.04 ;;
        *) return 1 ;;
    esac
    [[ -z $VERSION_ID ]] || dpkg --compare-versions "$VERSION_ID" ge "$minimum"
}

apt_install() { # apt_install PACKAGE…; apt's many lines are shown only when it fails
    local messages
    messages=$(as_root apt-get update -qq 2>&1) || {
        printf '%s\n' "$messages" >&2
        fail "The package lists could not be fetched." "Check the network and /etc/apt, then call this again."
    }
    messages=$(as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "$@" 2>&1) || {
        printf '%s\n' "$messages" >&2
        fail "The packages could not be installed: $*" "Read apt's message above; call this again when it is solved."
    }
}

install_missing_packages() {
    local wanted missing
    mapfile -t wanted < <(package_list)
    missing=$(comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) \
        <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^installed //p' | sort -u))
    [[ -n $missing ]] || return 0
    say "Installing what is missing: ${missing//$'\n'/ }"
    # shellcheck disable=SC2086 # one word a package
    apt_install $missing
}

# Makes a Debian 13 root with these packages unless it is there. Sets $root.
make_root() { # make_root NAME [PACKAGE…]
    root=$cache/$1
    shift
    [[ ! -d $root ]] || return 0

    mkdir -p "$cache"
    exec 8>"$root.lock"
    if ! flock --nonblock 8; then
        say "Another call is making the Debian 13 root: waiting for it."
        flock 8
    fi
    if [[ ! -d $root ]]; then
        if ! type -P mmdebstrap mount unshare >/dev/null || [[ ! -e /usr/share/keyrings/debian-archive-keyring.gpg ]]; then
            say "Installing mmdebstrap, which makes the Debian 13 root."
            apt_install mmdebstrap debian-archive-keyring mount util-linux
        fi
        say "Making a Debian 13 root in $root (once: one to five minutes)."
        # Under another name until it is complete, and in a mount namespace of its own, so that an
        # interrupted call leaves neither half a root nor a mount behind.
        as_root rm -rf --one-file-system "$root.new"
        as_root unshare --mount mmdebstrap --mode=root --variant=apt --quiet \
            ${1:+--include="$(IFS=, && echo "$*")"} trixie "$root.new" >&2 ||
            fail "The Debian 13 root could not be made." "Check the network and the free space in $cache, then call this again."
        as_root mv "$root.new" "$root"
        say "The Debian 13 root is ready."
    fi
    exec 8>&-
}

make_build_root() { # named after the package list: a changed list makes a new root
    local wanted
    mapfile -t wanted < <(package_list)
    make_root "debian13-$(printf '%s\n' "${wanted[@]}" | sort | sha256sum | cut -c1-12)" "${wanted[@]}"
}

# Goes on in the Debian 13 root with the same command line. Does not return.
continue_in_root() { # continue_in_root COMMAND…
    local name variables=("PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin" LANG=C.UTF-8)
    while IFS= read -r name; do
        case $name in
            HOME | USER | LOGNAME | TERM | COLORTERM | NO_COLOR | CI | TZ | SOURCE_DATE_EPOCH | \
                DISPLAY | XAUTHORITY | WAYLAND_* | XDG_* | DBUS_SESSION_BUS_ADDRESS | \
                PULLQUOTE_* | QT_* | QTEST_* | CTEST_* | CMAKE_* | CCACHE_* | GIT_* | *SAN_OPTIONS)
                variables+=("$name=${!name}") ;;
        esac
    done < <(compgen -e)
    # Only C.UTF-8 exists in the root; LANGUAGE keeps the program in the user's language.
    [[ -z ${LANGUAGE:-${LANG:-}} ]] || variables+=("LANGUAGE=${LANGUAGE:-${LANG%%.*}}")
    if [[ -z ${TZ:-} && -L /etc/localtime ]]; then
        name=$(readlink -f /etc/localtime)
        [[ $name != /usr/share/zoneinfo/* ]] || variables+=("TZ=${name#/usr/share/zoneinfo/}")
    fi
    set -- "$source/packaging/enter-root" "$root" "$source" "$(id -u):$(id -g)" "${variables[@]}" -- "$@"
    [[ $EUID -eq 0 ]] || exec sudo "$@"
    exec "$@"
}
