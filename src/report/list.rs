//! Makes one type of all the drawings of the list in `src/report.rs`: whoever passes a drawing on asks this type, and it
//! asks the drawing.

/// The list: `Name: file::Type { what else of the file is for those who report };`
macro_rules! drawings {
    ($($(#[$doc:meta])+ $name:ident: $file:ident::$type:ident { $($(#[$when:meta])? $also:ident),* $(,)? };)+) => {
        $(
            pub use drawing::$file::$type;
            $($(#[$when])? pub use drawing::$file::$also;)*
        )+

        /// What a frame shows.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Drawing {
            $($(#[$doc])+ $name($type),)+
        }

        /// The words of all drawings.
        pub fn texts() -> impl Iterator<Item = &'static $crate::sentence::Sentence> {
            let drawings = [$(<$type as Drawn>::TEXTS),+];
            drawings.into_iter().flatten().copied().flatten()
        }

        impl Report {
            /// The report with its drawing opened; `None` where that is none.
            pub fn open(self) -> Option<Report<Drawing>> {
                Some(match self {
                    Report::Metric {
                        series,
                        step,
                        value,
                    } => Report::Metric {
                        series,
                        step,
                        value,
                    },
                    Report::Progress(progress) => Report::Progress(progress),
                    Report::Note(note) => Report::Note(note),
                    Report::Observation(observation) => Report::Observation(observation),
                    Report::Frame(frame) => Report::Frame(Frame {
                        title: frame.title,
                        step: frame.step,
                        drawing: Drawing::open(&frame.drawing)?,
                    }),
                })
            }
        }

        impl Drawing {
            /// The names under which drawings travel.
            pub const NAMES: &'static [&'static str] = &[$(<$type as Drawn>::NAME),+];

            /// The drawing in a frame, within its limits; `None` where there is none of this name, or its bytes are
            /// none of it.
            pub fn open(sealed: &Sealed) -> Option<Drawing> {
                match sealed.name.as_str() {
                    $(<$type as Drawn>::NAME => {
                        let mut drawing = sealed.open::<$type>()?;
                        drawing.limit();
                        Some(Drawing::$name(drawing))
                    })+
                    _ => None,
                }
            }

            /// The drawing as it travels; `None` where it cannot be written down.
            pub fn seal(&self) -> Option<Sealed> {
                match self {
                    $(Drawing::$name(it) => Sealed::of(<$type as Drawn>::NAME, it),)+
                }
            }

            /// Hands out every text in it, to be made harmless.
            pub fn texts(&mut self, each: &mut dyn FnMut(&mut String, Length)) {
                match self {
                    $(Drawing::$name(it) => it.texts(each),)+
                }
            }

            /// About how many bytes of memory it takes.
            pub fn bytes(&self) -> usize {
                match self {
                    $(Drawing::$name(it) => it.bytes(),)+
                }
            }

            /// How it lies on the frames before it.
            pub fn lies(&self) -> Lies<'_> {
                match self {
                    $(Drawing::$name(it) => it.lies(),)+
                }
            }

            /// Through how many moments it is played by itself.
            pub fn moments(&self) -> Option<usize> {
                match self {
                    $(Drawing::$name(it) => it.moments(),)+
                }
            }

            /// What became of it, line by line.
            pub fn tell(&self, told: &Told<'_, Drawing>) -> Vec<String> {
                match self {
                    $(Drawing::$name(it) => it.tell(&told.only(|other| match other {
                        Drawing::$name(it) => Some(it),
                        _ => None,
                    })),)+
                }
            }

            /// What its picture shows.
            pub fn caption(&self, scene: &Scene<'_, Drawing>) -> Caption {
                match self {
                    $(Drawing::$name(it) => it.caption(&scene.only(|other| match other {
                        Drawing::$name(it) => Some(it),
                        _ => None,
                    })),)+
                }
            }

            /// How many rows it has a use for where it is so wide; `most` is the room there is.
            pub fn rows(&self, width: usize, most: usize, ruler: &dyn Ruler) -> usize {
                match self {
                    $(Drawing::$name(it) => it.rows(width, most, ruler),)+
                }
            }

            /// Draws it.
            pub fn draw(&self, scene: &Scene<'_, Drawing>, area: Area, easel: &mut dyn Easel) {
                match self {
                    $(Drawing::$name(it) => {
                        let scene = scene.only(|other| match other {
                            Drawing::$name(it) => Some(it),
                            _ => None,
                        });
                        it.draw(&scene, area, easel);
                    })+
                }
            }

            /// What is shown of it where there is no room for a picture: the end of this text.
            pub fn in_small(&self) -> Option<&str> {
                match self {
                    $(Drawing::$name(it) => it.in_small(),)+
                }
            }
        }
    };
}

pub(super) use drawings;
