//! The words of the command line. Where rustlings has a word, it is the same word. What the help says
//! of them is in `words`, but for the commands of those who write exercises.

mod grade;

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use clap_complete::engine::ArgValueCandidates;

use super::candidates;
use crate::runner::tui::Palette;
use crate::runner::tui::palette::PALETTES;
use crate::runner::words::plain::arguments as words;
pub use grade::GradeArgs;

/// A terminal course in deep learning: edit one file at a time and be told why it is wrong.
#[derive(Debug, Parser)]
#[command(name = "gradlings", version, about = words::program())]
#[command(after_help = words::without_a_command())]
#[command(after_long_help = long_help())]
pub struct Cli {
    /// What to do; without it, watch.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What is watched.
    #[command(flatten)]
    pub along: Along,
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
}

/// What to do where the system cannot do all of the sandbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SandboxMode {
    /// Run nothing.
    Require,
    /// Say what is missing.
    Prefer,
    /// There is to be none.
    Off,
}

/// Which part of the course.
#[derive(Debug, Default, Args)]
pub struct Along {
    /// Go along this track; it is remembered, and `--track everything` leaves it
    #[arg(help = words::along_track(), long, value_name = "NAME", add = ArgValueCandidates::new(candidates::tracks))]
    pub track: Option<String>,
}

/// Which part of the course is looked at; nothing is remembered.
#[derive(Debug, Default, Args)]
pub struct Only {
    /// Only what lies on this track
    #[arg(help = words::only_track(), long, value_name = "NAME", add = ArgValueCandidates::new(candidates::tracks))]
    pub track: Option<String>,
}

/// What holds for every command.
#[derive(Debug, Args)]
pub struct Global {
    /// The folder of the course, instead of this one or the nearest one above
    #[arg(help = words::course(), long, value_name = "DIR", global = true)]
    pub course: Option<PathBuf>,
    /// Plain lines instead of the screen
    #[arg(help = words::plain(), long, global = true)]
    pub plain: bool,
    /// The seed of the cases
    #[arg(help = words::seed(), long, value_name = "N", global = true, default_value_t = 0)]
    pub seed: u64,
    /// Your own programs with all your rights, instead of in the sandbox
    #[arg(help = words::no_sandbox(), long, global = true)]
    pub no_sandbox: bool,
    /// What the sandbox has to be
    #[arg(help = words::sandbox(), long, value_name = "MODE", global = true, conflicts_with = "no_sandbox")]
    pub sandbox: Option<SandboxMode>,
    /// Read the exercises again and again, where the system does not tell about saves
    #[arg(help = words::poll(), long, global = true)]
    pub poll: bool,
    /// Only ASCII letters on the screen
    #[arg(help = words::ascii(), long, global = true)]
    pub ascii: bool,
    /// No pictures pixel by pixel, and no question to the terminal whether it can show them
    #[arg(help = words::no_images(), long, global = true)]
    pub no_images: bool,
    /// The colours of the screen: the terminal's own, or made for a dark or a light background, or with high contrast
    #[arg(help = words::theme(), long, value_name = "NAME", global = true, value_parser = palette())]
    pub theme: Option<Palette>,
    /// The file with your settings, instead of the one that `gradlings config` names
    #[arg(help = words::config_file(), long, value_name = "FILE", global = true)]
    pub config: Option<PathBuf>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check one exercise, once
    #[command(about = words::run())]
    Run {
        /// The exercise; without it, the next open one
        #[arg(help = words::exercise_or_next(), add = ArgValueCandidates::new(candidates::exercises))]
        name: Option<String>,
        /// One JSON object instead of sentences
        #[arg(help = words::json_object(), long)]
        json: bool,
        /// Which part of the course the next one is from
        #[command(flatten)]
        along: Along,
    },
    /// Check every exercise
    #[command(about = words::check_all())]
    CheckAll {
        /// A JSON array instead of sentences
        #[arg(help = words::json_array(), long)]
        json: bool,
        /// Check again also what has not changed since it was checked
        #[arg(help = words::fresh(), long)]
        fresh: bool,
        /// Which of them
        #[command(flatten)]
        only: Only,
    },
    /// Grade what many learners handed in
    #[command(about = words::grade())]
    Grade(GradeArgs),
    /// List the exercises and what is done
    #[command(about = words::list())]
    List {
        /// A JSON array instead of a table
        #[arg(help = words::json_table(), long)]
        json: bool,
        /// Which of them
        #[command(flatten)]
        only: Only,
    },
    /// Use what you have built, once it has passed
    #[command(about = words::try_out(), name = "try")]
    Try {
        /// The exercise
        #[arg(help = words::exercise(), add = ArgValueCandidates::new(candidates::exercises))]
        name: String,
        /// Files for it, or folders of them
        #[arg(help = words::files(), value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Write the weights that an exercise has trained into a file, as safetensors
    #[command(about = words::export())]
    Export {
        /// The exercise
        #[arg(help = words::exercise(), add = ArgValueCandidates::new(candidates::exercises))]
        name: String,
        /// The file
        #[arg(help = words::export_file(), value_name = "FILE")]
        file: PathBuf,
        /// Replace the file where it is there already
        #[arg(help = words::force(), long)]
        force: bool,
    },
    /// List the terms of the course, each with the exercise that introduces it
    #[command(about = words::glossary())]
    Glossary {
        /// The term; without it, all of them
        #[arg(help = words::term())]
        term: Vec<String>,
        /// A JSON array instead of a table
        #[arg(help = words::json_table(), long)]
        json: bool,
    },
    /// Show one more hint
    #[command(about = words::hint())]
    Hint {
        /// The exercise; without it, the next open one
        #[arg(help = words::exercise_or_next(), add = ArgValueCandidates::new(candidates::exercises))]
        name: Option<String>,
    },
    /// Put the original of an exercise back; your text is kept
    #[command(about = words::reset())]
    Reset {
        /// The exercise
        #[arg(help = words::exercise(), add = ArgValueCandidates::new(candidates::exercises))]
        name: String,
    },
    /// Show the solution of an exercise that has passed
    #[command(about = words::solution())]
    Solution {
        /// The exercise
        #[arg(help = words::exercise(), add = ArgValueCandidates::new(candidates::exercises))]
        name: String,
    },
    /// List every version of an exercise that was checked, or compare two
    #[command(about = words::attempts())]
    Attempts {
        /// The exercise; without it, the next open one
        #[arg(help = words::exercise_or_next(), add = ArgValueCandidates::new(candidates::exercises))]
        name: Option<String>,
        /// What has changed from this attempt to the text as it is
        #[arg(help = words::diff(), long, value_name = "NUMBER")]
        diff: Option<u32>,
        /// What has changed from the attempt of --diff to this one
        #[arg(help = words::to(), long, value_name = "NUMBER", requires = "diff")]
        to: Option<u32>,
        /// A JSON array instead of a table
        #[arg(help = words::json_table(), long, conflicts_with = "diff")]
        json: bool,
    },
    /// Bring an attempt back; the text that is there is kept as an attempt
    #[command(about = words::restore())]
    Restore {
        /// The exercise
        #[arg(help = words::exercise(), add = ArgValueCandidates::new(candidates::exercises))]
        name: String,
        /// The number of the attempt
        #[arg(help = words::attempt())]
        number: u32,
    },
    /// Make a folder of your own with the whole course
    #[command(about = words::init())]
    Init {
        /// The folder
        #[arg(help = words::folder(), default_value = "gradlings-course")]
        dir: PathBuf,
    },
    /// Bring a folder of your own up to date; your code and progress are kept
    #[command(about = words::update())]
    Update,
    /// Look whether everything that is needed is there
    #[command(about = words::doctor())]
    Doctor {
        /// A JSON array instead of sentences
        #[arg(help = words::json_array(), long)]
        json: bool,
    },
    /// Print your settings file to begin with: every setting and every key, with what they do
    #[command(about = words::config())]
    Config,
    /// Print the completions for a shell
    #[command(about = words::completions())]
    Completions {
        /// The shell
        #[arg(help = words::shell())]
        shell: Shell,
    },
    /// Write the pages of the manual into a folder
    #[command(about = words::man())]
    Man {
        /// The folder
        #[arg(help = words::man_folder())]
        dir: PathBuf,
    },
    /// For people who write exercises
    #[command(subcommand, about = words::dev())]
    Dev(Dev),
}

impl Command {
    /// Whether its output is JSON.
    pub fn writes_json(&self) -> bool {
        match self {
            Command::Run { json, .. }
            | Command::CheckAll { json, .. }
            | Command::List { json, .. }
            | Command::Glossary { json, .. }
            | Command::Attempts { json, .. }
            | Command::Doctor { json }
            | Command::Dev(Dev::Mutate { json, .. }) => *json,
            _ => false,
        }
    }
}

/// For people who write exercises.
#[derive(Debug, Subcommand)]
pub enum Dev {
    /// Begin a course of your own in a new folder, without exercises
    Init {
        /// The folder
        dir: PathBuf,
    },
    /// Write a new exercise, its solution and its entry, with the places to edit marked
    New {
        /// Where: CHAPTER/NAME, such as 02_losses/huber
        place: String,
        /// What it checks
        #[arg(long, value_enum, default_value_t = ExerciseKind::Function)]
        kind: ExerciseKind,
    },
    /// Prove that exercises can be passed, can be failed, and name their mistakes
    Check {
        /// The exercises; without a name, those that changed since they were proven
        #[arg(add = ArgValueCandidates::new(candidates::exercises))]
        names: Vec<String>,
        /// Every exercise, changed or not
        #[arg(long)]
        all: bool,
        /// On how many seeds: 20, or 3 for an exercise that trains; with fewer, nothing is remembered as proven
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
        seeds: Option<u64>,
    },
    /// Change solutions one place at a time, and list what their checks let pass
    Mutate {
        /// The exercises
        #[arg(required_unless_present = "all", add = ArgValueCandidates::new(candidates::exercises))]
        names: Vec<String>,
        /// Every exercise
        #[arg(long, conflicts_with = "names")]
        all: bool,
        /// At most so many changes of each exercise, from everywhere in it
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
        sample: Option<u64>,
        /// A JSON object for each change, one a line, instead of sentences
        #[arg(long)]
        json: bool,
    },
    /// Write what follows from info.toml and the program: exercises/Cargo.toml, and the library of a course of your own
    Update,
}

/// The kinds of exercises.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ExerciseKind {
    /// Values in, values out
    Function,
    /// A value and its gradients
    Gradient,
    /// A network: its parameters and its outputs
    Model,
    /// A training and its curve
    Training,
    /// What includes an earlier exercise
    Composes,
    /// A program with bugs in it, for the learner to find
    Hunt,
    /// A check that the learner writes, judged by what it catches
    Catch,
}

/// What stands at the end of `--help`: examples, and what the exit codes mean.
fn long_help() -> String {
    let examples = [
        ("gradlings init my-course", words::example_init()),
        ("gradlings", words::example_watch()),
        ("gradlings run mse --json", words::example_run()),
        (
            "gradlings check-all --track first-steps",
            words::example_all(),
        ),
        ("gradlings try spectrogram voice.wav", words::example_try()),
    ];
    let examples = examples.map(|(typed, does)| format!("  {typed:<42}{does}"));
    let codes = [
        (0, words::exit_passed()),
        (1, words::exit_failed()),
        (2, words::exit_wrong()),
    ];
    let codes = codes.map(|(code, means)| format!("  {code}  {means}"));
    format!(
        "{}\n\n{}\n{}\n\n{}\n{}",
        words::without_a_command(),
        words::examples(),
        examples.join("\n"),
        words::exit_codes(),
        codes.join("\n"),
    )
}

/// One of the themes.
fn palette() -> impl TypedValueParser<Value = Palette> {
    let names = PALETTES.iter().map(|(name, _)| *name);
    // The parser before lets nothing else through.
    PossibleValuesParser::new(names).map(|name| Palette::named(&name).unwrap_or_default())
}
