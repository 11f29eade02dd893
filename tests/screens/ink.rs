//! The colours of a terminal.

/// Red, green, blue.
pub type Rgb = [u8; 3];

/// A terminal's own colours.
pub struct Colours {
    /// The background.
    pub ground: Rgb,
    text: Rgb,
    sixteen: [Rgb; 16],
}

/// A dark terminal.
pub const DARK: Colours = Colours {
    ground: [0x17, 0x1a, 0x21],
    text: [0xd6, 0xda, 0xe2],
    sixteen: [
        [0x2a, 0x2f, 0x3a],
        [0xf0, 0x71, 0x78],
        [0x8b, 0xc9, 0x7a],
        [0xe8, 0xc0, 0x6a],
        [0x6f, 0xa8, 0xf0],
        [0xc7, 0x92, 0xe6],
        [0x5f, 0xc4, 0xcf],
        [0xc6, 0xcb, 0xd4],
        [0x5a, 0x62, 0x70],
        [0xff, 0x8b, 0x92],
        [0xa6, 0xe0, 0x95],
        [0xff, 0xd8, 0x85],
        [0x8a, 0xbd, 0xff],
        [0xdc, 0xac, 0xf7],
        [0x7d, 0xdd, 0xe8],
        [0xf2, 0xf4, 0xf8],
    ],
};

/// A light terminal.
pub const LIGHT: Colours = Colours {
    ground: [0xfb, 0xfb, 0xf8],
    text: [0x2b, 0x2f, 0x36],
    sixteen: [
        [0x2b, 0x2f, 0x36],
        [0xc0, 0x2c, 0x38],
        [0x2f, 0x7d, 0x32],
        [0x95, 0x65, 0x00],
        [0x1f, 0x5f, 0xbf],
        [0x8e, 0x3f, 0xa8],
        [0x0b, 0x75, 0x85],
        [0xd8, 0xda, 0xdd],
        [0x77, 0x7d, 0x86],
        [0xd9, 0x45, 0x50],
        [0x43, 0x99, 0x46],
        [0xb0, 0x7d, 0x10],
        [0x3a, 0x7c, 0xdc],
        [0xa8, 0x5a, 0xc2],
        [0x20, 0x8f, 0xa0],
        [0xff, 0xff, 0xff],
    ],
};

/// One colour over another.
pub fn mix(under: Rgb, over: Rgb, share: f32) -> Rgb {
    std::array::from_fn(|part| {
        let (under, over) = (f32::from(under[part]), f32::from(over[part]));
        (under + (over - under) * share).round() as u8
    })
}

impl Colours {
    /// Foreground and background of a cell.
    pub fn of(&self, cell: &vt100::Cell) -> (Rgb, Rgb) {
        let front = self.rgb(cell.fgcolor(), self.text);
        let back = self.rgb(cell.bgcolor(), self.ground);
        let (mut front, back) = if cell.inverse() {
            (back, front)
        } else {
            (front, back)
        };
        if cell.dim() {
            front = mix(back, front, 0.58);
        }
        (front, back)
    }

    fn rgb(&self, colour: vt100::Color, own: Rgb) -> Rgb {
        match colour {
            vt100::Color::Default => own,
            vt100::Color::Rgb(red, green, blue) => [red, green, blue],
            vt100::Color::Idx(number @ 0..16) => self.sixteen[usize::from(number)],
            vt100::Color::Idx(number @ 16..232) => {
                let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
                let at = number - 16;
                [level(at / 36), level(at / 6 % 6), level(at % 6)]
            }
            vt100::Color::Idx(number) => [8 + 10 * (number - 232); 3],
        }
    }
}
