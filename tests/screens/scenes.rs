//! The screens that are painted. A new one is one entry.

use crate::ink::{Colours, DARK, LIGHT};

/// What a learner does, and what has to be seen before the next step.
pub enum Step {
    /// Types keys.
    Keys(&'static str),
    /// Waits until all of these are on the screen.
    See(&'static [&'static str]),
    /// Waits until this is on it no longer.
    Gone(&'static str),
    /// Puts this in the place of the `todo!()` of an exercise: its file, the text.
    Write(&'static str, &'static str),
    /// Solves an exercise as its solution does, but for a slip: its file, what is taken out, what is put in.
    Solve(&'static str, &'static str, &'static str),
}

/// A screen.
pub struct Scene {
    /// The name of the picture.
    pub name: &'static str,
    /// Columns and rows.
    pub size: (u16, u16),
    /// The terminal's colours.
    pub colours: &'static Colours,
    /// What is typed behind `gradlings`.
    pub arguments: &'static [&'static str],
    /// How the learner gets there. Nothing is to be typed before the first frame: until then the terminal would hold the
    /// keys back and change them.
    pub steps: &'static [Step],
}

use Step::{Gone, Keys, See, Solve, Write};

const LARGE: (u16, u16) = (120, 40);
const MIDDLE: (u16, u16) = (80, 24);
const SMALL: (u16, u16) = (40, 12);
const MSE: &str = "exercises/02_losses/mse.rs";
const SUMMED: &str = "    (prediction - target).square().sum()";
const CNN: &str = "exercises/07_cnn/mnist_cnn.rs";
const WATCHING: Step = See(&["watching"]);
const TO_MSE: Step = Keys("l/mse\r\r");
const TO_CNN: Step = Keys("l/mnist\r\r");
const UNSOLVED: Step = See(&["2.1 mse", "todo!() is still there", "watching"]);
const DIAGNOSED: Step = See(&["You added up the squared errors", "watching"]);

/// Every screen, in order: what an earlier one wrote is still there for the later ones.
pub const SCENES: &[Scene] = &[
    Scene {
        name: "diagnosis",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[WATCHING, TO_MSE, UNSOLVED, Write(MSE, SUMMED), DIAGNOSED],
    },
    Scene {
        name: "diagnosis-light",
        size: LARGE,
        colours: &LIGHT,
        arguments: &["--theme", "light"],
        steps: &[DIAGNOSED],
    },
    Scene {
        name: "diagnosis-80x24",
        size: MIDDLE,
        colours: &DARK,
        arguments: &[],
        steps: &[See(&["You added up the squared errors", "watching"])],
    },
    Scene {
        name: "diagnosis-40x12",
        size: SMALL,
        colours: &DARK,
        arguments: &[],
        steps: &[See(&["You added up the squared errors", "2.1 mse"])],
    },
    Scene {
        name: "contrast",
        size: LARGE,
        colours: &DARK,
        arguments: &["--theme", "contrast"],
        steps: &[DIAGNOSED],
    },
    Scene {
        name: "hints",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[DIAGNOSED, Keys("hh"), See(&["Hint 2"])],
    },
    Scene {
        name: "map",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[DIAGNOSED, Keys("l"), See(&["Course map", "[4] Path"])],
    },
    Scene {
        name: "help",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[DIAGNOSED, Keys("?"), See(&["these keys"])],
    },
    Scene {
        name: "passed",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[
            DIAGNOSED,
            Write(MSE, "    (prediction - target).square().mean()"),
            See(&["Well done", "watching"]),
        ],
    },
    Scene {
        name: "solution",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[
            WATCHING,
            TO_MSE,
            See(&["Well done", "watching"]),
            Keys("s"),
            See(&["What differs"]),
        ],
    },
    Scene {
        name: "surface",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[
            WATCHING,
            Keys("l/gradient_step\r\r"),
            See(&["gradient_step", "todo!() is still there", "watching"]),
            Solve("exercises/03_gradient/gradient_step.rs", "", ""),
            See(&["Well done", "watching"]),
            Keys("t"),
            See(&["Space pause"]),
            Keys("\x1b[F"),
            See(&["step 40 (41 of 41)"]),
        ],
    },
    Scene {
        name: "surface-alone",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[
            WATCHING,
            Keys("l/gradient_step\r\r"),
            See(&["Well done", "watching"]),
            Keys("t"),
            See(&["Space pause"]),
            Keys("\x1b[Fz"),
            Gone("Metrics"),
            See(&["step 40 (41 of 41)"]),
        ],
    },
    Scene {
        name: "line",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[
            WATCHING,
            Keys("l/fit_line\r\r"),
            See(&["fit_line", "todo!() is still there", "watching"]),
            Solve("exercises/03_gradient/fit_line.rs", "", ""),
            See(&["n goes on to", "watching"]),
            Keys("t2"),
            See(&["Space pause"]),
            Keys("\x1b[F"),
            See(&["step 40 (41 of 41)"]),
        ],
    },
    Scene {
        name: "weights",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[
            WATCHING,
            Keys("l/l1\r\r"),
            See(&["l1", "todo!() is still there", "watching"]),
            Solve("exercises/04_regularization/l1.rs", "", ""),
            See(&["Well done", "watching"]),
            Keys("t"),
            See(&["Space pause"]),
            Keys("\x1b[F"),
            See(&["Space play"]),
        ],
    },
    Scene {
        name: "dropout",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[
            WATCHING,
            Keys("l/dropout\r\r"),
            See(&["dropout", "todo!() is still there", "watching"]),
            Solve("exercises/04_regularization/dropout.rs", "", ""),
            See(&["Well done", "watching"]),
            Keys("t"),
            See(&["Space pause"]),
            Keys("\x1b[F"),
            See(&["Space play"]),
        ],
    },
    Scene {
        name: "convolution",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[
            WATCHING,
            Keys("l/conv2d\r\r"),
            See(&["conv2d", "todo!() is still there", "watching"]),
            Solve("exercises/07_cnn/conv2d.rs", "", ""),
            See(&["Well done", "watching"]),
            Keys("t"),
            See(&["row 12, column 13"]),
            Keys(" "),
            See(&["Space play"]),
        ],
    },
    Scene {
        name: "health",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[
            WATCHING,
            TO_CNN,
            See(&["mnist_cnn", "todo!() is still there", "watching"]),
            Solve(CNN, "            network.zero_grads(&mut gradients);\n", ""),
            See(&["gradients are not zeroed", "watching"]),
            Keys("t"),
            See(&["Verdict", "! "]),
        ],
    },
    Scene {
        name: "cnn-training",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[
            WATCHING,
            TO_CNN,
            See(&["gradients are not zeroed", "watching"]),
            Solve(CNN, "", ""),
            See(&["epoch 3/3", "train in full", "/282 batches"]),
        ],
    },
    Scene {
        name: "cnn-trained",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[WATCHING, TO_CNN, See(&["Verdict", "n goes on"])],
    },
    Scene {
        name: "cnn-wrong",
        size: LARGE,
        colours: &DARK,
        arguments: &[],
        steps: &[
            WATCHING,
            TO_CNN,
            See(&["Verdict", "n goes on"]),
            Keys("\t\t\t\tz"),
            Gone("Metrics"),
        ],
    },
];
