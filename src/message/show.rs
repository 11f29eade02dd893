//! Functions that a program offers beside those that are judged: shows to be looked at, and one to be tried out.

use super::Offer;

/// No check has a name that begins like this.
const SHOW: &str = "show: ";

/// Nor like this.
const TRIAL: &str = "try: ";

impl Offer {
    /// The offer of a show.
    pub fn show(title: &str) -> Offer {
        Offer {
            name: format!("{SHOW}{title}"),
            inputs: 0,
            written: String::new(),
            metered: Vec::new(),
        }
    }

    /// The title, where it is the offer of a show.
    pub fn title(&self) -> Option<&str> {
        self.name.strip_prefix(SHOW).filter(|_| self.inputs == 0)
    }

    /// The offer of what `gradlings try` runs.
    pub fn trial(title: &str) -> Offer {
        Offer {
            name: format!("{TRIAL}{title}"),
            inputs: 0,
            written: String::new(),
            metered: Vec::new(),
        }
    }

    /// The title, where it is the offer of what `gradlings try` runs.
    pub fn trial_title(&self) -> Option<&str> {
        self.name.strip_prefix(TRIAL).filter(|_| self.inputs == 0)
    }
}
