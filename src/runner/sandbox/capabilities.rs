//! What root may do beyond other users: all of it is given up, whoever runs the program.

use rustix::thread::{
    CapabilitySet, CapabilitySets, capabilities, set_capabilities, set_no_new_privs,
};

use super::policy::Filter;
use crate::runner::words::machine::sandbox_refusal as refusal;

/// Root works in folders of other users, as in a container with a folder from outside. Which files can be reached is
/// decided by Landlock.
const KEPT: CapabilitySet = CapabilitySet::DAC_OVERRIDE;

/// cargo also dates the files that it finds there.
const KEPT_BY_BUILDS: CapabilitySet = KEPT.union(CapabilitySet::FOWNER);

/// Gives up what this process has. It also may gain nothing when it becomes another program, not even as root: asking
/// Landlock or the filter for rules has set `no_new_privs`.
pub fn drop_all(filter: Option<Filter>) -> Result<(), String> {
    let keep = match filter {
        Some(Filter::Program) => KEPT,
        _ => KEPT_BY_BUILDS,
    };
    let before = capabilities(None).map_err(refusal::refused)?;
    let kept = CapabilitySets {
        effective: before.effective & keep,
        permitted: before.permitted & keep,
        inheritable: CapabilitySet::empty(),
    };
    set_no_new_privs(true).map_err(refusal::refused)?;
    set_capabilities(None, kept).map_err(refusal::refused)
}
