//! Landlock: the files that can be reached, and no process outside the sandbox.

use std::path::Path;

use landlock::{
    ABI, Access as _, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, PathBeneath, PathFd,
    Ruleset, RulesetAttr, RulesetCreatedAttr, Scope,
};

use super::policy::{Access, Filter, Policy};
use crate::runner::words::machine::{sandbox as words, sandbox_refusal as refusal};

/// The newest version whose rights are asked for. An older kernel gives what it has.
const VERSION: ABI = ABI::V6;

/// Takes everything away from this process that `policy` does not name.
pub fn restrict(policy: &Policy) -> Result<(), String> {
    restrict_or_why(policy).map_err(refusal::refused)
}

fn restrict_or_why(policy: &Policy) -> Result<(), landlock::RulesetError> {
    let mut ruleset = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(VERSION))?;
    // cargo may download; it never sees the text of a learner.
    if matches!(policy.filter, Some(Filter::Compiler | Filter::Program)) {
        ruleset = ruleset.handle_access(AccessNet::from_all(VERSION))?;
    }
    let mut rules = ruleset.scope(Scope::from_all(VERSION))?.create()?;
    for (access, path) in &policy.paths {
        // What is not there cannot be reached either.
        let Ok(opened) = PathFd::new(path) else {
            continue;
        };
        let mut rights = rights(*access);
        if !path.is_dir() {
            rights &= AccessFs::from_file(VERSION);
        }
        rules = rules.add_rule(PathBeneath::new(opened, rights))?;
    }
    rules.restrict_self()?;
    Ok(())
}

fn rights(access: Access) -> BitFlags<AccessFs> {
    let run = AccessFs::from_read(VERSION);
    // Devices below a folder that can be written answer no commands.
    let all = AccessFs::from_all(VERSION) & !AccessFs::IoctlDev;
    match access {
        Access::Read => run & !AccessFs::Execute,
        Access::Run => run,
        Access::Write => all & !AccessFs::Execute,
        Access::Own => all,
    }
}

/// The version that this kernel has, as far as this program knows versions.
pub fn version() -> Option<u8> {
    let strict = || Ruleset::default().set_compatibility(CompatLevel::HardRequirement);
    let connections = || strict().handle_access(AccessNet::from_all(ABI::V4)).is_ok();
    let versions: [&dyn Fn() -> bool; 6] = [
        &|| has_files(ABI::V1),
        &|| has_files(ABI::V2),
        &|| has_files(ABI::V3),
        &connections,
        &|| has_files(ABI::V5),
        &has_scopes,
    ];
    let has = versions.iter().take_while(|has| has());
    has.zip(1..).map(|(_, version)| version).last()
}

fn has_files(version: ABI) -> bool {
    let ruleset = Ruleset::default().set_compatibility(CompatLevel::HardRequirement);
    ruleset.handle_access(AccessFs::from_all(version)).is_ok()
}

fn has_scopes() -> bool {
    let ruleset = Ruleset::default().set_compatibility(CompatLevel::HardRequirement);
    ruleset.scope(Scope::from_all(ABI::V6)).is_ok()
}

/// What the kernel cannot do, in sentences.
pub fn missing() -> Vec<String> {
    if !has_files(ABI::V1) {
        let switched_off = Path::new("/sys/kernel/security/landlock").exists();
        let sentence = match switched_off {
            true => words::landlock_off(),
            false => words::no_landlock(),
        };
        return vec![sentence.to_owned()];
    }
    let mut missing = Vec::new();
    if !has_files(ABI::V3) {
        missing.push(words::can_truncate().to_owned());
    }
    // Signals and abstract sockets are refused by the filter of system calls as well.
    if !has_scopes() && !super::syscalls::is_supported() {
        missing.push(words::can_signal().to_owned());
    }
    missing
}
