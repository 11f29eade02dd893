//! What is wrong in the file of the settings, and its mend.

use crate::{labels, sentences};

sentences! {
    "screen_settings";

    /// The file that was named cannot be read; `error` is in the words of the system.
    unreadable(error) = "The settings cannot be read: {error}.";
    /// A line is not TOML; `error` is in the words of its parser.
    not_toml(error) = "This line is not TOML: {error}.";
    /// A setting that does not exist.
    unknown(name) = "There is no setting `{name}`.";
    /// The setting `keys` has a value that is no table.
    keys_no_table = "`keys` is not a table.";
    /// An action is given something that is no key.
    no_key = "A key is missing here.";
    /// A setting that is a word has another value.
    no_word = "A word in quotes belongs here.";
    /// A setting that is `true` or `false` has another value.
    no_switch = "This setting is on or off.";
    /// A theme that does not exist.
    no_theme(name) = "There is no theme `{name}`.";
}

labels! {
    "screen_settings_next";

    /// What to do about a file that cannot be read.
    another_file = "name another file with `--config FILE`; `gradlings config` prints one to begin with";
    /// What to do about a line that is not TOML.
    write_toml = "write `name = value`, with quotes around words, as in `theme = \"light\"`";
    /// What to do about a setting that does not exist; `names` is a list of code.
    known(names) = "the settings are {names}";
    /// What to do about `keys` that is no table.
    write_table = "write a line `[keys]`, and below it lines such as `hint = \"H\"`";
    /// What to do about a missing key.
    write_keys = "write one key or several: `hint = \"H\"`, `down = [\"j\", \"down\"]`";
    /// What to do about a missing word.
    write_word = "write `\"...\"`";
    /// What to do about a setting that is neither `true` nor `false`.
    write_switch = "write `true` or `false`, without quotes";
    /// What to do about a theme that does not exist; `names` is a list of code.
    themes(names) = "the themes are {names}";
}
