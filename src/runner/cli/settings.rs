//! The learner's settings: an example with everything in it.

use std::io::{self, Write};

use super::args::Global;
use super::status::Status;
use crate::runner::checks::NoOutcome;
use crate::runner::config;
use crate::runner::doctor::{Examined, Finding};
use crate::runner::problem::Problem;
use crate::runner::text;
use crate::runner::tui::TuiOptions;
use crate::runner::tui::keys::{Key, TABLE};
use crate::runner::tui::palette::Palette;
use crate::runner::tui::{names, spelling};
use crate::runner::words::plain::{settings as words, shell as shell_words};

/// Letters on a line of a comment.
const WIDTH: usize = 100;

/// Prints a file with every setting at its default and every action with its keys, each with what it does. It is made
/// from the same table as the help page.
pub fn print(out: &mut impl Write) -> Result<Status, NoOutcome> {
    let place =
        config::path().map_or_else(|| words::named_file().to_owned(), |path| text::path(&path));
    comment(out, words::read_from())?;
    writeln!(out, "#   {place}")?;
    comment(out, words::or_from())?;
    writeln!(out)?;
    comment(out, &words::theme(Palette::names().replace('`', "")))?;
    writeln!(out, "theme = \"terminal\"\n")?;
    comment(out, words::images())?;
    writeln!(out, "images = true\n")?;
    comment(out, words::mouse())?;
    writeln!(out, "mouse = false\n")?;
    comment(out, words::split())?;
    writeln!(out, "split = true\n")?;
    comment(out, words::notify())?;
    writeln!(out, "notify = true\n")?;
    comment(out, words::found_out())?;
    writeln!(out, "# ascii = true\n# links = true\n# editor = \"hx\"\n")?;
    comment(out, words::keys())?;
    writeln!(out, "[keys]")?;
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

/// Writes a paragraph as a comment, on lines that are not too long.
fn comment(out: &mut impl Write, paragraph: &str) -> io::Result<()> {
    let mut line = String::from("#");
    for word in paragraph.split(' ') {
        if line.chars().count() + word.chars().count() >= WIDTH {
            writeln!(out, "{line}")?;
            line.truncate(1);
        }
        line.push(' ');
        line.push_str(word);
    }
    writeln!(out, "{line}")
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

/// The settings with what the command line says besides, and what is wrong with the file, in its order.
pub fn read(global: &Global) -> (TuiOptions, Vec<Problem>) {
    let (config, mut problems) = config::read(global.config.as_deref());
    let (mut options, wrong) = TuiOptions::of(&config, global.theme, global.ascii, global.seed);
    options.images &= !global.no_images;
    problems.extend(wrong);
    problems.sort_by_key(line);
    (options, problems)
}

/// What the doctor says of the settings: a mistake in them stops nothing.
pub fn examine(global: &Global) -> Examined {
    let (_, problems) = read(global);
    let mut findings: Vec<Finding> = problems.into_iter().map(Finding::Note).collect();
    if findings.is_empty() {
        let path = global.config.clone().or_else(config::path);
        let sentence = match path.filter(|path| path.is_file()) {
            Some(path) => shell_words::settings_are_sound(text::path(&path)),
            None => shell_words::no_settings().to_owned(),
        };
        findings.push(Finding::Good(sentence));
    }
    Examined {
        what: "settings",
        findings,
    }
}

/// The line of the file that a problem is about.
fn line(problem: &Problem) -> usize {
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
    format!("{place}{} {} {}", problem.what, words::mend(), problem.next)
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
