//! What a program may do, as data, and as the words that hand it to the launcher.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::runner::words::machine::sandbox_refusal as refusal;

/// What may be done with a file, or with everything below a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Read it.
    Read,
    /// Read it and run it: programs and the libraries they load.
    Run,
    /// Read it and change it, but never run it.
    Write,
    /// All of it: where a compiler puts what it builds.
    Own,
}

impl Access {
    const ALL: [Access; 4] = [Access::Read, Access::Run, Access::Write, Access::Own];

    fn word(self) -> &'static str {
        match self {
            Access::Read => "--read",
            Access::Run => "--run",
            Access::Write => "--write",
            Access::Own => "--own",
        }
    }
}

/// Which system calls are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Of cargo, which may download: those that lead out of a build.
    Build,
    /// Of a compiler: those, and the network.
    Compiler,
    /// Of a program of an exercise: all that it does not need.
    Program,
}

impl Filter {
    const ALL: [Filter; 3] = [Filter::Build, Filter::Compiler, Filter::Program];

    fn word(self) -> &'static str {
        match self {
            Filter::Build => "build",
            Filter::Compiler => "compiler",
            Filter::Program => "program",
        }
    }
}

/// What a program may do. The default takes nothing away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Whether only `paths` can be reached, and no process outside the sandbox be signalled or looked into.
    pub confined: bool,
    /// Which system calls are refused, if any.
    pub filter: Option<Filter>,
    /// What can be reached in the file system. What is not there is left out.
    pub paths: Vec<(Access, PathBuf)>,
    /// Seconds of processor time, of all threads together.
    pub cpu_seconds: Option<u64>,
    /// The largest file that can be written, in bytes.
    pub file_bytes: Option<u64>,
    /// Memory that can be asked for, in bytes.
    pub data_bytes: Option<u64>,
    /// Processes and threads of this user beyond those that are there already.
    pub more_processes: Option<u64>,
    /// Descriptors that can be open.
    pub descriptors: Option<u64>,
    /// The process that the program has to end with.
    pub parent: Option<u32>,
}

impl Policy {
    /// The words after the launcher's name.
    pub fn words(&self) -> Vec<OsString> {
        let mut words = Vec::new();
        if self.confined {
            words.push("--confined".into());
        }
        if let Some(filter) = self.filter {
            words.extend(["--filter".into(), filter.word().into()]);
        }
        for (word, number) in [
            ("--cpu", self.cpu_seconds),
            ("--file", self.file_bytes),
            ("--data", self.data_bytes),
            ("--processes", self.more_processes),
            ("--descriptors", self.descriptors),
            ("--parent", self.parent.map(u64::from)),
        ] {
            if let Some(number) = number {
                words.push(word.into());
                words.push(number.to_string().into());
            }
        }
        for (access, path) in &self.paths {
            words.push(access.word().into());
            words.push(path.into());
        }
        words
    }

    /// The policy that `words` hand over, and the program with its arguments, which stand after `--`.
    ///
    /// A word that is not known is an error, never a right that is silently kept.
    pub fn read(
        words: impl IntoIterator<Item = OsString>,
    ) -> Result<(Policy, Vec<OsString>), String> {
        let mut words = words.into_iter();
        let mut policy = Policy::default();
        while let Some(word) = words.next() {
            let name = word.to_string_lossy().into_owned();
            match name.as_str() {
                "--" => return Ok((policy, words.collect())),
                "--confined" => policy.confined = true,
                _ => {
                    let value = words.next().ok_or_else(|| refusal::no_value(&name))?;
                    policy.take(&name, value)?;
                }
            }
        }
        Err(refusal::no_program().to_owned())
    }

    fn take(&mut self, name: &str, value: OsString) -> Result<(), String> {
        if let Some(access) = Access::ALL.into_iter().find(|it| it.word() == name) {
            self.paths.push((access, value.into()));
            return Ok(());
        }
        if name == "--filter" {
            let named = Filter::ALL.into_iter().find(|it| value == it.word());
            self.filter = Some(named.ok_or_else(|| refusal::no_filter_of(value.display()))?);
            return Ok(());
        }
        let number = value
            .to_str()
            .and_then(|value| value.parse::<u64>().ok())
            .ok_or_else(|| refusal::no_number(name))?;
        match name {
            "--cpu" => self.cpu_seconds = Some(number),
            "--file" => self.file_bytes = Some(number),
            "--data" => self.data_bytes = Some(number),
            "--processes" => self.more_processes = Some(number),
            "--descriptors" => self.descriptors = Some(number),
            "--parent" => self.parent = u32::try_from(number).ok(),
            _ => return Err(refusal::unknown(name)),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_policy_hand_all_of_it_over() {
        let policy = Policy {
            confined: true,
            filter: Some(Filter::Program),
            paths: Access::ALL
                .into_iter()
                .enumerate()
                .map(|(number, access)| (access, PathBuf::from(format!("/with space/{number}"))))
                .collect(),
            cpu_seconds: Some(1),
            file_bytes: Some(2),
            data_bytes: Some(3),
            more_processes: Some(4),
            descriptors: Some(6),
            parent: Some(5),
        };
        for filter in Filter::ALL.map(Some).into_iter().chain([None]) {
            let policy = Policy {
                filter,
                ..policy.clone()
            };
            let mut words = policy.words();
            words.extend(["--", "program", "--", "--read"].map(OsString::from));
            let (read, command) = Policy::read(words).expect("its own words");
            assert_eq!(read, policy);
            assert_eq!(command, ["program", "--", "--read"]);
        }
    }

    #[test]
    fn words_that_are_not_known_take_the_start_away_and_no_right_is_kept_by_accident() {
        for words in [
            &["--confine", "--", "x"][..],
            &["--cpu", "many", "--", "x"],
            &["--cpu", "-1", "--", "x"],
            &["--filter", "none", "--", "x"],
            &["--filtered", "--", "x"],
            &["--read"],
            &["--confined"],
            &[],
        ] {
            let words = words.iter().map(OsString::from);
            assert!(Policy::read(words.clone()).is_err(), "{words:?}");
        }
    }
}
