//! The pictures of iTerm2: <https://iterm2.com/documentation-images.html>.

use std::io::Cursor;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use image::{ImageFormat, RgbaImage};
use ratatui::layout::Rect;

use crate::runner::tui::pixels::raster::Raster;

/// Shows a picture where the cursor is, stretched over these cells.
pub fn show(raster: &Raster, area: Rect) -> Option<String> {
    let size = (
        u32::try_from(raster.width).ok()?,
        u32::try_from(raster.height).ok()?,
    );
    let mut png = Cursor::new(Vec::new());
    let picture = RgbaImage::from_raw(size.0, size.1, raster.rgba())?;
    picture.write_to(&mut png, ImageFormat::Png).ok()?;
    let png = png.into_inner();
    let (bytes, columns, rows) = (png.len(), area.width, area.height);
    let payload = BASE64_STANDARD.encode(png);
    Some(format!(
        "\x1b]1337;File=inline=1;size={bytes};width={columns};height={rows};preserveAspectRatio=0;doNotMoveCursor=1:{payload}\x07"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::tui::pixels::raster::tests::four;

    #[test]
    fn what_is_sent_is_the_picture() {
        let picture = four();
        let raster = Raster::of(&picture, (8, 16)).expect("there is something to see");
        let sent = show(&raster, picture.area).expect("sent");
        let (about, payload) = sent.split_once(':').expect("a picture");
        assert!(about.contains(";width=2;height=1;"), "{about}");
        let png = BASE64_STANDARD
            .decode(payload.trim_end_matches('\x07'))
            .expect("base64");
        let read = image::load_from_memory(&png).expect("a PNG");
        assert_eq!(read.to_rgba8().into_raw(), raster.rgba());
    }
}
