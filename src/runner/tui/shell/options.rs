//! How the screen is to be.

use std::env;

use crate::runner::config::Config;
use crate::runner::editor::Multiplexer;
use crate::runner::problem::Problem;
use crate::runner::tui::keymap::Keymap;
use crate::runner::tui::link;
use crate::runner::tui::palette::Palette;
use crate::runner::tui::shell::editors::Editors;
use crate::runner::tui::theme::Theme;
use crate::runner::words::screen::settings as words;

/// How the screen is to be.
#[derive(Clone, Debug, Default)]
pub struct TuiOptions {
    /// The seed of the cases.
    pub seed: u64,
    /// Colours and glyphs.
    pub theme: Theme,
    /// The keys.
    pub keymap: Keymap,
    /// Whether the mouse is listened to from the start.
    pub mouse: bool,
    /// Whether paths are links.
    pub links: bool,
    /// Whether the terminal is asked to call a person back once a long wait is over.
    pub notifies: bool,
    /// Whether the terminal is asked for pictures, and shows them pixel by pixel where it can.
    pub images: bool,
    /// How editors are opened.
    pub editors: Editors,
    /// Whether the exercises are read again and again, where the system does not tell about saves.
    pub poll: bool,
    /// What to tell in the status line first.
    pub notices: Vec<String>,
}

impl TuiOptions {
    /// What the settings, the words on the command line (`palette`, `ascii`) and the environment say together; and what
    /// is wrong with the settings.
    pub fn of(
        config: &Config,
        palette: Option<Palette>,
        ascii: bool,
        seed: u64,
    ) -> (TuiOptions, Vec<Problem>) {
        let variable = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let (keymap, mut problems) = Keymap::of(&config.keys);
        let set = config.theme.as_ref().and_then(|theme| {
            let palette = Palette::named(&theme.value);
            if palette.is_none() {
                let problem = Problem::new(
                    words::no_theme(&theme.value),
                    words::themes(Palette::names()),
                );
                problems.push(problem.at(&theme.place));
            }
            palette
        });
        let ascii = ascii || config.ascii.unwrap_or_else(|| !draws_unicode(variable));
        let colour = variable("NO_COLOR").is_none();
        let theme = Theme {
            colour,
            ascii,
            palette: palette.or(set).unwrap_or_default(),
        };
        let split = config.split.unwrap_or(true);
        let options = TuiOptions {
            seed,
            theme,
            keymap,
            mouse: config.mouse.unwrap_or(false),
            links: config
                .links
                .unwrap_or_else(|| !ascii && link::known(variable)),
            notifies: config.notify.unwrap_or(true),
            images: colour && !ascii && config.images.unwrap_or(true),
            editors: Editors {
                named: config.editor.clone(),
                multiplexer: Multiplexer::here(variable).filter(|_| split),
                pane: None,
            },
            poll: false,
            notices: Vec::new(),
        };
        (options, problems)
    }
}

/// Whether the terminal can be expected to draw more than ASCII. Where nothing is said about it, it can.
fn draws_unicode(variable: impl Fn(&str) -> Option<String>) -> bool {
    // The console of Linux has 512 letters, and none of them is braille.
    if variable("TERM").is_some_and(|term| term == "linux") {
        return false;
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(variable);
    locale.is_none_or(|locale| {
        let locale = locale.to_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_chosen_where_the_terminal_can_do_no_better() {
        type Row<'a> = (&'a [(&'a str, &'a str)], bool);
        let table: [Row<'_>; 6] = [
            (&[], true),
            (&[("LANG", "de_DE.UTF-8")], true),
            (&[("LANG", "C")], false),
            (&[("LC_ALL", "C.utf8"), ("LANG", "C")], true),
            (&[("LC_CTYPE", "POSIX"), ("LANG", "en_US.UTF-8")], false),
            (&[("TERM", "linux"), ("LANG", "en_US.UTF-8")], false),
        ];
        for (variables, expected) in table {
            let variable = |name: &str| {
                let found = variables.iter().find(|(key, _)| *key == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(draws_unicode(variable), expected, "{variables:?}");
        }
    }

    #[test]
    fn the_command_line_goes_before_the_settings_and_a_wrong_theme_is_said() {
        let (config, problems) = crate::runner::config::parse("theme = \"light\"\n", "c.toml");
        assert_eq!(problems, []);
        let (options, _) = TuiOptions::of(&config, None, false, 0);
        assert_eq!(options.theme.palette, Palette::Light);
        let (options, _) = TuiOptions::of(&config, Some(Palette::Contrast), true, 0);
        assert_eq!(options.theme.palette, Palette::Contrast);
        assert!(options.theme.ascii && !options.links);
        let (config, _) = crate::runner::config::parse("theme = \"pink\"\n", "c.toml");
        let (options, problems) = TuiOptions::of(&config, None, false, 0);
        assert_eq!(options.theme.palette, Palette::Terminal);
        assert_eq!(problems[0].place.as_deref(), Some("c.toml:1"));
        assert!(problems[0].next.contains("`contrast`"));
    }
}
