//! The learner's settings: an example with everything in it.

use std::io::Write;

use super::dispatch::Status;
use crate::runner::config;
use crate::runner::plain::once::Stop;
use crate::runner::problem::Problem;
use crate::runner::text;
use crate::runner::tui::keys::{Key, TABLE};
use crate::runner::tui::palette::Palette;
use crate::runner::tui::{names, spelling};

/// Prints a file with every setting at its default and every action with its keys, each with what it does. It is made
/// from the same table as the help page.
pub fn print(out: &mut impl Write) -> Result<Status, Stop> {
    let place = config::path().map_or_else(
        || "a file that you name with --config".to_owned(),
        |path| text::path(&path),
    );
    writeln!(
        out,
        "# Your settings for gradlings. They are read from\n#   {place}\n# or from the file that you name with \
         `--config FILE`. Everything in here is as it is without\n# a file: keep the lines that you change.\n"
    )?;
    writeln!(
        out,
        "# The colours: {}.\ntheme = \"terminal\"\n",
        Palette::names().replace('`', "")
    )?;
    writeln!(
        out,
        "# Whether the mouse scrolls and selects from the start.\nmouse = false\n"
    )?;
    writeln!(
        out,
        "# Whether an editor that runs in the terminal gets a pane of its own in tmux and Zellij.\nsplit = true\n"
    )?;
    writeln!(
        out,
        "# These are found out where they are not set: only ASCII letters, paths as links, the editor\n\
         # (else $VISUAL, then $EDITOR).\n# ascii = true\n# links = true\n# editor = \"hx\"\n"
    )?;
    writeln!(
        out,
        "# The keys: a letter, or a name such as \"ctrl-q\", \"enter\", \"page-down\" or \"f5\"; several in \
         brackets;\n# none as []. Where text is typed a letter stays a letter.\n[keys]"
    )?;
    for (name, action) in names::NAMES {
        let keys = keys(
            TABLE
                .iter()
                .filter(|row| row.action == *action)
                .map(|row| row.keys),
        );
        writeln!(
            out,
            "{:<32} # {}",
            format!("{name} = {keys}"),
            action.describes()
        )?;
    }
    Ok(Status::Good)
}

fn keys<'k>(rows: impl Iterator<Item = &'k [Key]>) -> String {
    let mut words: Vec<String> = Vec::new();
    for key in rows.flatten() {
        let word = format!("{:?}", spelling::setting(*key));
        if !words.contains(&word) {
            words.push(word);
        }
    }
    match &words[..] {
        [word] => word.clone(),
        words => format!("[{}]", words.join(", ")),
    }
}

/// The line of the file that a problem is about.
pub fn line(problem: &Problem) -> usize {
    let line = problem
        .place
        .as_ref()
        .and_then(|place| place.rsplit_once(':'));
    line.and_then(|(_, line)| line.parse().ok()).unwrap_or(0)
}

/// A problem for the status line.
pub fn in_a_line(problem: &Problem) -> String {
    let place = problem
        .place
        .as_ref()
        .map_or_else(String::new, |place| format!("{place}: "));
    format!("{place}{} Mend: {}.", problem.what, problem.next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::tui::keymap::Keymap;

    #[test]
    fn the_example_is_sound_and_changes_nothing() {
        let mut printed = Vec::new();
        print(&mut printed).expect("a vector takes everything");
        let text = String::from_utf8(printed).expect("text");
        let (config, problems) = config::parse(&text, "config.toml");
        assert_eq!(problems, [], "{text}");
        let (keymap, problems) = Keymap::of(&config.keys);
        assert_eq!(problems, [], "{text}");
        assert_eq!(keymap, Keymap::default(), "{text}");
        assert_eq!(config.keys.len(), names::NAMES.len());
    }
}
