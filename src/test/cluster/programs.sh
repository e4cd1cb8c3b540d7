# shellcheck shell=bash
# The six programs: how they are built and where they are found. Sourced by `up`,
# which says in $here where they both lie.
: "${here:?}"

cache=${JAEGER_OPERATOR_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/jaeger-operator}/cluster

declare -A packages=(
  [etcd]=go.etcd.io/etcd/server/v3
  [kube-apiserver]=k8s.io/kubernetes/cmd/kube-apiserver
  [kube-controller-manager]=k8s.io/kubernetes/cmd/kube-controller-manager
  [kube-scheduler]=k8s.io/kubernetes/cmd/kube-scheduler
  [kubectl]=k8s.io/kubernetes/cmd/kubectl
  [kwok]=sigs.k8s.io/kwok/cmd/kwok
)
programs=(etcd kube-apiserver kube-controller-manager kube-scheduler kubectl kwok)

# An older release has a module of its own, for the servers of Kubernetes alone: etcd, kwok and kubectl are always the newest.
release=${CLUSTER_RELEASE:-}
[[ -z $release || -f $here/$release/go.mod ]] || { echo "control plane: CLUSTER_RELEASE=$release is not known; leave it out, or use oldest" >&2; exit 64; }
servers_of_kubernetes=(kube-apiserver kube-controller-manager kube-scheduler)

module_of() { # program
  if [[ -n $release && $1 == kube-* ]]; then echo "$here/$release"; else echo "$here"; fi
}

version_of() { awk '$1 == "k8s.io/kubernetes" { print $2; exit }' "$1/go.mod"; } # module

# Without a version of its own the API server would call itself v0.0.0-master+$Format:%H$; older ones ask the client library.
flags_of() { # module
  local version stamp stamps=
  version=$(version_of "$1")
  for stamp in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
    stamps+=" -X $stamp.gitVersion=$version -X $stamp.gitMajor=1 -X $stamp.gitMinor=$(cut -d. -f2 <<<"$version")"
  done
  echo "-s -w$stamps"
}

store_of() { # module
  local key
  key=$({ cat "$1/go.mod" "$1/go.sum"; echo "$(flags_of "$1") $(uname -sm)"; } | sha256sum | cut -c1-12)
  echo "$cache/$key"
}

note() { echo "control plane: $*" >&2; }
die() {
  note "$*"
  exit 1
}

find_program() {
  local folder
  for folder in "${CLUSTER_BIN:-}" "$(store_of "$(module_of "$1")")" "${KUBEBUILDER_ASSETS:-}"; do
    if [[ -n $folder && -x $folder/$1 ]]; then
      echo "$folder/$1"
      return
    fi
  done
  type -P "$1"
}

which() {
  local name path complete=0
  for name in "${programs[@]}"; do
    path=$(find_program "$name") || { path=missing complete=1; }
    echo "$name $path"
  done
  return "$complete"
}

check_go() {
  local wanted got
  wanted=$(awk '$1 == "go" { print $2; exit }' "$here/go.mod")
  command -v go >/dev/null || die "no Go found; install Go $wanted or newer (https://go.dev/dl)"
  got=$(cd "$here" && go env GOVERSION 2>&1) || die "Go $wanted is needed (${got//$'\n'/ }); install it (https://go.dev/dl)"
  printf '%s\n' "$wanted" "${got#go}" | sort -V -C || die "$got is too old; install Go $wanted or newer (https://go.dev/dl)"
}

explain_failure() { # program, log
  local line
  if line=$(grep -m1 -E 'dial tcp|no such host|proxyconnect|i/o timeout|40[0-9] |50[0-9] |connection re|x509:|lookup disabled' "$2"); then
    die "a Go module cannot be downloaded ($line); set GOPROXY to a module proxy that answers here"
  fi
  die "$1 does not build ($(tail -n 1 "$2")); the whole story is in $2"
}

build() {
  if which >/dev/null; then
    note "all six programs are there, nothing to build ($(dirname "$(find_program kube-apiserver)"))"
    return
  fi
  check_go
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  flock -n 9 || { note "another build is under way, waiting for it"; flock 9; }
  build_module "$here" "${programs[@]}"
  [[ -z $release ]] || build_module "$here/$release" "${servers_of_kubernetes[@]}"
}

build_module() { # module, programs...
  local module=$1 store
  store=$(store_of "$module")
  shift
  [[ ! -d $store ]] || return 0

  note "building Kubernetes $(version_of "$module") into $store: $*"
  note "5 to 10 minutes on two cores the first time, seconds when Go has them cached; 2 GB of memory," \
    "4 GB of disk for Go's caches, 0.4 GB for the programs. Interrupt it freely: it goes on where it was."
  local name count=0 log=$cache/build.log
  rm -rf "$cache"/building.* # of builds that were killed; the lock says that none is alive
  building=$(mktemp -d "$cache/building.XXXXXX")
  trap 'rm -rf "$building"' EXIT
  for name in "$@"; do
    printf '  %d of %d  %-24s' $((++count)) $# "$name" >&2
    # Without cgo no C compiler is needed; an outer go.work must not change the versions.
    (cd "$module" && CGO_ENABLED=0 GOWORK=off go build -mod=readonly -ldflags "$(flags_of "$module")" -o "$building/$name" "${packages[$name]}") >"$log" 2>&1 9>&- ||
      { echo failed >&2; explain_failure "$name" "$log"; }
    printf 'after %d s\n' "$SECONDS" >&2
  done
  chmod 755 "$building"
  mv -T "$building" "$store" # all or none: nobody ever sees half of them
  rm -f "$log"
}
