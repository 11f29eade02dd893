//! Shows: functions that a program offers to be looked at, and that nobody judges.

use super::message::Offer;

/// No check has a name that begins like this.
const PREFIX: &str = "show: ";

impl Offer {
    /// The offer of a show.
    pub fn show(title: &str) -> Offer {
        Offer {
            name: format!("{PREFIX}{title}"),
            inputs: 0,
            written: String::new(),
            metered: Vec::new(),
        }
    }

    /// The title, where it is the offer of a show.
    pub fn title(&self) -> Option<&str> {
        self.name.strip_prefix(PREFIX).filter(|_| self.inputs == 0)
    }
}
