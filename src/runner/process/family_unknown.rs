//! The members of a group where the system does not list its processes: nothing is known of them.

use super::usage::Usage;

pub fn usage(_leader: u32, _mark: Option<&str>) -> Option<Usage> {
    None
}

pub fn usage_of_one(_leader: u32) -> Option<Usage> {
    None
}

pub fn kill_strays(_leader: u32, _mark: &str) {}

pub fn is_waiting(_leader: u32) -> bool {
    false
}
