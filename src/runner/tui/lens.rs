//! How a training is looked at: which view, which axis, how smooth, how near, and at which moment.

use std::time::Duration;

/// How much of the curve before counts, for each turn of the key that smooths.
pub const SMOOTHINGS: [f64; 4] = [0.0, 0.6, 0.9, 0.98];
/// The narrowest part of a curve that can be looked at.
const NARROWEST: f64 = 1.0 / 256.0;
/// How long a replay takes from beginning to end, as far as the steps allow.
const REPLAY: Duration = Duration::from_secs(10);
/// No frame of a replay is shorter, or longer, than this.
const SHORTEST: Duration = Duration::from_millis(66);
const LONGEST: Duration = Duration::from_millis(400);

/// How the charts and pictures are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lens {
    /// Whether the y axis of the losses is logarithmic, once somebody has chosen; before that their shape decides.
    pub log: Option<bool>,
    /// Which view has the keys: the charts first, then the pictures. It may be larger than their number.
    pub view: usize,
    /// Whether that view has the screen to itself.
    pub alone: bool,
    /// Which of [`SMOOTHINGS`].
    pub smoothing: usize,
    /// Whether the x axis is time instead of steps.
    pub time: bool,
    /// Which curve of the chart the cursor reads.
    pub series: usize,
    /// Which curves are laid over: the reference's first, then those of earlier attempts, then none.
    pub overlay: usize,
    /// The part of the x axis that is drawn, as shares of all of it.
    pub window: (f64, f64),
    /// The step that is looked at; `None` is the newest.
    pub at: Option<u64>,
    /// When the next frame of a replay is due, while one is played.
    pub playing: Option<Duration>,
    /// Whether 256 colours may be used.
    pub rich: bool,
}

impl Default for Lens {
    fn default() -> Lens {
        Lens {
            log: None,
            view: 0,
            alone: false,
            smoothing: 0,
            time: false,
            series: 0,
            overlay: 0,
            window: (0.0, 1.0),
            at: None,
            playing: None,
            rich: false,
        }
    }
}

impl Lens {
    /// What a new run is looked at with: how the charts are drawn stays, the moment does not.
    pub fn for_a_new_run(&mut self) {
        self.at = None;
        self.playing = None;
        self.window = (0.0, 1.0);
        self.series = 0;
        self.view = 0;
        self.alone = false;
    }

    /// What another training of the same run is looked at with: its curves have other steps.
    pub fn for_another_training(&mut self) {
        self.at = None;
        self.playing = None;
        self.window = (0.0, 1.0);
        self.series = 0;
    }

    /// How much of the curve before counts, from 0 to 1.
    pub fn smooth(&self) -> f64 {
        SMOOTHINGS[self.smoothing % SMOOTHINGS.len()]
    }

    /// Looks at half as much, or at twice as much, around a share of the whole axis.
    pub fn zoom(&mut self, nearer: bool, around: f64) {
        let (low, high) = self.window;
        let wide = high - low;
        let wanted = if nearer { wide / 2.0 } else { wide * 2.0 };
        let wanted = wanted.clamp(NARROWEST, 1.0);
        let around = around.clamp(low, high);
        // What is under the cursor stays where it is, unless the axis ends.
        let before = (around - low) / wide;
        let from = (around - before * wanted).clamp(0.0, 1.0 - wanted);
        self.window = (from, from + wanted);
    }

    /// Moves the window so that this share of the axis is in it.
    pub fn follow(&mut self, share: f64) {
        let (low, high) = self.window;
        let by = if share < low {
            share - low
        } else if share > high {
            share - high
        } else {
            return;
        };
        let wide = high - low;
        let from = (low + by).clamp(0.0, 1.0 - wide);
        self.window = (from, from + wide);
    }

    /// How long one frame of a replay of so many is seen.
    pub fn pace(frames: usize) -> Duration {
        let frames = u32::try_from(frames.max(1)).unwrap_or(u32::MAX);
        (REPLAY / frames).clamp(SHORTEST, LONGEST)
    }

    /// Frames that are passed over at a time, so that a long replay does not last longer than a short one.
    pub fn stride(frames: usize) -> usize {
        let most = (REPLAY.as_millis() / SHORTEST.as_millis()) as usize;
        frames.div_ceil(most.max(1)).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_under_the_cursor_stays_there_when_one_looks_nearer() {
        let mut lens = Lens::default();
        lens.zoom(true, 0.25);
        assert_eq!(lens.window, (0.125, 0.625));
        lens.zoom(true, 0.25);
        assert_eq!(lens.window, (0.1875, 0.4375));
        for _ in 0..9 {
            lens.zoom(false, 0.25);
        }
        assert_eq!(lens.window, (0.0, 1.0));
    }

    #[test]
    fn one_cannot_look_nearer_than_anything_can_be_seen_nor_beyond_the_ends() {
        for around in [0.0, 0.3, 1.0, -5.0, 7.0] {
            let mut lens = Lens::default();
            for _ in 0..100 {
                lens.zoom(true, around);
            }
            let (low, high) = lens.window;
            assert!((high - low - NARROWEST).abs() < 1e-12);
            assert!(low >= 0.0 && high <= 1.0, "{low} {high}");
        }
    }

    #[test]
    fn the_window_follows_a_cursor_that_leaves_it() {
        let mut lens = Lens {
            window: (0.25, 0.5),
            ..Lens::default()
        };
        lens.follow(0.4);
        assert_eq!(lens.window, (0.25, 0.5));
        lens.follow(0.75);
        assert_eq!(lens.window, (0.5, 0.75));
        lens.follow(0.0);
        assert_eq!(lens.window, (0.0, 0.25));
    }

    #[test]
    fn a_replay_lasts_about_ten_seconds_however_many_frames_there_are() {
        for frames in [30_usize, 150, 676, 100_000] {
            let shown = frames.div_ceil(Lens::stride(frames));
            let lasts = Lens::pace(frames) * u32::try_from(shown).expect("few");
            assert!(
                lasts > Duration::from_secs(4) && lasts < Duration::from_secs(13),
                "{frames}: {lasts:?}"
            );
        }
    }
}
