//! How well one colour is seen on another.

use ratatui::style::Color;

/// The 16 colours as most terminals have them.
const SIXTEEN: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

/// Red, green and blue, where they are known.
pub fn rgb(colour: Color) -> Option<[u8; 3]> {
    let Color::Indexed(number @ 16..) = colour else {
        let known = SIXTEEN.iter().find(|(known, _)| *known == colour);
        return known.map(|(_, rgb)| *rgb);
    };
    if number >= 232 {
        return Some([8 + 10 * (number - 232); 3]);
    }
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    let at = number - 16;
    Some([level(at / 36), level(at / 6 % 6), level(at % 6)])
}

/// The contrast of WCAG 2, from 1 to 21; `None` where a colour is the terminal's own.
pub fn contrast(one: Color, other: Color) -> Option<f64> {
    let luminance = |colour| {
        let linear = rgb(colour)?.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055_f64).powf(2.4)
            }
        });
        Some(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
    };
    let (one, other) = (luminance(one)?, luminance(other)?);
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}
