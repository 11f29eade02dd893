//! Whether exercises could run on a graphics card by NVIDIA, from files and programs alone: the program links no CUDA.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use crate::runner::sandbox;
use crate::runner::words::machine::gpu as words;

/// Where the driver of Linux says its version. Elsewhere `nvidia-smi` alone tells.
const DRIVER: &str = "/proc/driver/nvidia/version";
/// Variables that name the folder of the toolkit, and folders where it usually is: those that dfdx's build looks at, in its
/// order.
const VARIABLES: [&str; 4] = [
    "CUDA_PATH",
    "CUDA_ROOT",
    "CUDA_TOOLKIT_ROOT_DIR",
    "CUDNN_LIB",
];
const FOLDERS: [&str; 6] = [
    "/usr",
    "/usr/local/cuda",
    "/opt/cuda",
    "/usr/lib/cuda",
    "C:/Program Files/NVIDIA GPU Computing Toolkit",
    "C:/CUDA",
];

/// What was found on this machine. `None` is what is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// What the driver says of itself, on Linux.
    pub driver: Option<String>,
    /// `nvidia-smi --query-gpu=name,compute_cap,driver_version --format=csv,noheader`: a line for each card.
    pub cards: Option<String>,
    /// Whether `CUDA_VISIBLE_DEVICES` hides every card.
    pub hidden: bool,
    /// `nvcc --list-gpu-code`: what the toolkit's compiler can compile for, `sm_86` and so on.
    pub compiler: Option<String>,
    /// The folder with the toolkit's `include/cuda.h`.
    pub toolkit: Option<PathBuf>,
    /// Whether programs of learners run in the sandbox.
    pub confined: bool,
}

/// The first graphics card, and what is missing before exercises can run on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gpu {
    /// Its name.
    pub card: Option<String>,
    /// The version of its driver.
    pub driver: Option<String>,
    /// Where the toolkit is.
    pub toolkit: Option<PathBuf>,
    /// What is missing; a card can be used where nothing is.
    pub missing: Vec<Missing>,
}

/// Something that a graphics card needs and that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The driver of the card.
    Driver,
    /// A card.
    Card,
    /// A card that programs may see.
    Visible,
    /// The toolkit's compiler, `nvcc`.
    Compiler,
    /// The toolkit's headers.
    Headers,
    /// A compiler that knows this card: its kind, such as `sm_86`.
    Target(String),
    /// The right to use it. The commands that a driver takes are of its own making, so a sandbox cannot tell harmless ones
    /// from others and lets none through; what is graded is computed on the processor everywhere, and comes out alike.
    Right,
}

impl Missing {
    fn sentence(&self) -> String {
        match self {
            Self::Driver => words::no_driver().to_owned(),
            Self::Card => words::no_card().to_owned(),
            Self::Visible => words::hidden().to_owned(),
            Self::Compiler => words::no_compiler().to_owned(),
            Self::Headers => words::no_headers().to_owned(),
            Self::Right => words::no_right().to_owned(),
            Self::Target(kind) => words::no_target(kind),
        }
    }
}

impl Gpu {
    /// Examines this machine, which starts two programs.
    pub fn find() -> Self {
        Self::of(&facts())
    }

    /// What follows from the facts.
    pub fn of(facts: &Facts) -> Self {
        let first = facts
            .cards
            .as_deref()
            .and_then(|lines| lines.lines().next());
        let card: Vec<&str> = first
            .unwrap_or_default()
            .split(',')
            .map(str::trim)
            .collect();
        let (name, kind, version) = match card[..] {
            [name, capability, version] if !name.is_empty() => (
                Some(name),
                Some(format!("sm_{}", capability.replace('.', ""))),
                Some(version),
            ),
            _ => (None, None, None),
        };
        let driver = version.or_else(|| facts.driver.as_deref().and_then(version_of));

        let mut missing = Vec::new();
        if driver.is_none() && facts.driver.is_none() && facts.cards.is_none() {
            missing.push(Missing::Driver);
        } else if name.is_none() {
            missing.push(Missing::Card);
        } else if facts.hidden {
            missing.push(Missing::Visible);
        }
        match (&facts.compiler, kind) {
            (None, _) => missing.push(Missing::Compiler),
            (Some(kinds), Some(kind)) if !kinds.split_whitespace().any(|it| it == kind) => {
                missing.push(Missing::Target(kind));
            }
            _ => {}
        }
        if facts.toolkit.is_none() {
            missing.push(Missing::Headers);
        }
        // A card that is not there needs no way to it.
        if missing.is_empty() && facts.confined {
            missing.push(Missing::Right);
        }

        Self {
            card: name.map(str::to_owned),
            driver: driver.map(str::to_owned),
            toolkit: facts.toolkit.clone(),
            missing,
        }
    }

    /// Whether exercises can run on it.
    pub fn is_usable(&self) -> bool {
        self.missing.is_empty()
    }

    /// Where exercises run and why, in a few sentences. `wanted`: whether the program was built with the feature `cuda`.
    pub fn sentence(&self, wanted: bool) -> String {
        let only_the_right = self.missing == [Missing::Right];
        let is_shown = self.is_usable() || !wanted && only_the_right;
        let found = (&self.card, &self.driver, &self.toolkit);
        match found {
            (Some(card), Some(driver), Some(folder)) if is_shown => {
                let sentence = match wanted {
                    true => words::used,
                    false => words::not_wanted,
                };
                sentence(card, driver, folder.display())
            }
            _ if wanted => {
                let mut sentences = vec![words::not_usable().to_owned()];
                sentences.extend(self.missing.iter().map(Missing::sentence));
                sentences.join(" ")
            }
            _ => words::not_needed().to_owned(),
        }
    }

    /// The features that exercises are built with.
    fn features(&self, wanted: bool) -> &'static [&'static str] {
        match wanted && self.is_usable() {
            true => &["--features", "cuda"],
            false => &[],
        }
    }
}

/// Whether this program was built with the feature `cuda`: use a card where it can be used.
pub const WANTED: bool = cfg!(feature = "cuda");

/// What cargo is told beside the program to build, so that it runs on a graphics card where one is wanted and can be used.
///
/// dfdx has the device in the type of every tensor, so a built program cannot choose. The choice is made here, before the
/// build: the exercises never link a driver that is not there, and their code is the same on both devices.
pub fn features() -> &'static [&'static str] {
    found().map_or(&[], |gpu| gpu.features(WANTED))
}

/// Why exercises run on the processor, where a graphics card is wanted and cannot be used.
pub fn fallback() -> Option<String> {
    let gpu = found().filter(|gpu| !gpu.is_usable())?;
    Some(gpu.sentence(WANTED))
}

/// What is on this machine, looked at once; nothing where it does not matter.
fn found() -> Option<&'static Gpu> {
    static FOUND: OnceLock<Gpu> = OnceLock::new();
    WANTED.then(|| FOUND.get_or_init(Gpu::find))
}

fn facts() -> Facts {
    let query = [
        "--query-gpu=name,compute_cap,driver_version",
        "--format=csv,noheader",
    ];
    Facts {
        driver: fs::read_to_string(DRIVER).ok(),
        cards: said("nvidia-smi", &query),
        hidden: env::var("CUDA_VISIBLE_DEVICES").is_ok_and(|cards| hides_all(&cards)),
        compiler: said("nvcc", &["--list-gpu-code"]),
        toolkit: toolkit(
            VARIABLES.iter().filter_map(env::var_os).map(PathBuf::from),
            &|path| path.is_file(),
        ),
        confined: sandbox::is_on(),
    }
}

/// What a program printed, if it is there and all went well.
fn said(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first folder that has the header.
fn toolkit(
    named: impl Iterator<Item = PathBuf>,
    is_file: &dyn Fn(&Path) -> bool,
) -> Option<PathBuf> {
    named
        .chain(FOLDERS.iter().map(PathBuf::from))
        .find(|folder| is_file(&folder.join("include").join("cuda.h")))
}

/// Whether `CUDA_VISIBLE_DEVICES` leaves no card: CUDA stops reading at the first number that is no card's.
fn hides_all(cards: &str) -> bool {
    let first = cards.split(',').next().unwrap_or_default().trim();
    first.is_empty() || first.starts_with('-') || first == "NoDevFiles"
}

/// `NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19 ...`: the first word that is a version.
fn version_of(driver: &str) -> Option<&str> {
    let is_version = |word: &&str| {
        word.contains('.')
            && word
                .chars()
                .all(|letter| letter.is_ascii_digit() || letter == '.')
    };
    driver.split_whitespace().find(is_version)
}

#[cfg(test)]
mod tests;
