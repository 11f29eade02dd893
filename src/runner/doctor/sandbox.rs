//! What stands between the code of others and this machine.

use super::finding::Finding;
use crate::runner::problem::Problem;
use crate::runner::sandbox::Parts;
use crate::runner::sandbox::candidate::{DESCRIPTORS, FILE, MEMORY, THREADS};
use crate::runner::words::machine::doctor_sandbox as words;

/// `missing` says in sentences what is not there.
pub fn examine(parts: &Parts, missing: Vec<String>) -> Vec<Finding> {
    let mend = match parts.is_on {
        true => words::another_system(),
        false => words::leave_out(),
    };
    let notes = missing
        .into_iter()
        .map(|what| Finding::Note(Problem::new(what, mend)));
    let mut found: Vec<Finding> = notes.collect();
    if !parts.is_on {
        return found;
    }
    let mut good = |sentence: String| found.push(Finding::Good(sentence));
    if let Some(version) = parts.landlock {
        good(words::landlock(version));
    }
    if parts.filters {
        good(words::filters().to_owned());
    }
    if parts.closes {
        good(words::closes().to_owned());
    }
    match parts.gives_up {
        Some(true) => good(words::gives_up().to_owned()),
        Some(false) => good(words::nothing_to_give_up().to_owned()),
        None => {}
    }
    if parts.counts {
        good(words::limits(
            MEMORY >> 30,
            THREADS,
            DESCRIPTORS,
            FILE >> 20,
        ));
        good(words::no_cgroup().to_owned());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_says;
    use super::*;

    const WHOLE: Parts = Parts {
        is_on: true,
        landlock: Some(6),
        filters: true,
        closes: true,
        gives_up: Some(true),
        counts: true,
    };

    #[test]
    fn what_is_there_is_said_and_what_is_missing_is_noted() {
        let said = |parts: &Parts, missing: &[&str]| {
            examine(parts, missing.iter().map(|&it| it.to_owned()).collect())
        };
        let whole = [
            "Landlock version 6",
            "System calls are filtered",
            "is closed",
            "You are root:",
            "may have 2 GiB of memory, 512 threads, 256 open files, and files of 256 MiB",
            "No cgroup",
        ];
        let found = said(&WHOLE, &[]);
        assert_eq!(found.len(), whole.len());
        for (finding, sentence) in found.iter().zip(whole) {
            assert_says(finding, "ok", sentence);
        }
        let user = Parts {
            gives_up: Some(false),
            landlock: None,
            ..WHOLE
        };
        let found = said(&user, &["Something is missing."]);
        assert_says(&found[0], "note", "Something is missing.");
        assert_says(&found[0], "note", "code that you trust");
        assert_says(&found[1], "ok", "System calls are filtered");
        assert_says(&found[3], "ok", "You are not root");
        let off = Parts {
            is_on: false,
            ..WHOLE
        };
        let found = said(&off, &["It is off."]);
        assert_eq!(found.len(), 1);
        assert_says(&found[0], "note", "leave `--no-sandbox`");
    }
}
