//! The crates that the course needs, which have to be downloaded once.

use crate::{labels, sentences};

sentences! {
    "downloads";

    /// cargo may not use the network, and a crate is missing.
    offline(name) = "The crate `{name}` has to be downloaded, and cargo is told to stay off the network.";

    /// The same, where it is not known which crate.
    offline_unknown = "A crate has to be downloaded, and cargo is told to stay off the network.";

    /// A crate is not what it should be.
    checksum(name) = "What was downloaded as the crate `{name}` is not that crate: its checksum does not match.";

    /// Cargo.lock and the registry do not agree.
    other_checksum(name) = "Cargo.lock has another checksum for the crate `{name}` than the place it is downloaded \
        from.";

    /// Cargo.lock cannot be read.
    lock = "`cargo` cannot read Cargo.lock.";

    /// A server answers with an error of HTTP.
    answered(host, error) = "The crates that the course needs could not be downloaded: {host} answered with the error \
        {error}.";

    /// A setting leads to something that is no registry.
    no_registry = "The crates that the course needs could not be downloaded: the place that cargo asks is not a \
        registry.";

    /// A server cannot be reached.
    unreachable(host) = "The crates that the course needs could not be downloaded from {host}.";

    /// The same, with the words of the library that tried.
    unreachable_because(host, reason) = "The crates that the course needs could not be downloaded from {host} \
        ({reason}).";

    /// A requirement cannot be met.
    no_version(requirement) = "No version of a crate fits what the course asks for: {requirement}.";
}

labels! {
    "downloads_mend";

    /// cargo may not use the network.
    go_online = "take away the variable CARGO_NET_OFFLINE, and `offline` in cargo's settings (`.cargo/config.toml`); \
        then connect to the network and run the command again: crates are downloaded once";

    /// A crate is not what it should be.
    download_again = "run the command again; if that does not help, take `replace-with` out of cargo's settings";

    /// Cargo.lock was changed.
    restore_lock = "type `git checkout Cargo.lock` in a clone; in a folder of your own remove Cargo.lock, then type \
        `gradlings update`";

    /// A server answers with an error.
    later = "run the command again later; behind a proxy of your school or company, set HTTPS_PROXY";

    /// A setting leads to something that is no registry.
    no_replacement = "take `replace-with` out of cargo's settings, or connect to a network that reaches crates.io";

    /// Something is wrong with certificates.
    certificates = "set CARGO_HTTP_CAINFO to the file with the certificates of your network, then run the command \
        again";

    /// A server cannot be reached.
    connect = "connect to the network and run the command again: crates are downloaded once; behind a proxy, set \
        HTTPS_PROXY";

    /// A requirement cannot be met.
    restore_manifest = "type `gradlings update` in a folder of your own, `git status` in a clone: a Cargo.toml was \
        changed";
}
