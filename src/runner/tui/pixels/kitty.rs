//! The graphics of kitty, which Ghostty, WezTerm and Konsole have too:
//! <https://sw.kovidgoyal.net/kitty/graphics-protocol/>.

use std::io::Write;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use ratatui::layout::Rect;

use crate::runner::tui::pixels::raster::Raster;

/// Letters of one command.
const CHUNK: usize = 4096;

/// Takes everything down that was hung up, and forgets it.
pub const NOTHING: &str = "\x1b_Ga=d,d=A,q=2\x1b\\";

/// Shows a picture where the cursor is, stretched over these cells. `q=2`: an answer would be taken for keys.
pub fn show(raster: &Raster, area: Rect, number: u32) -> Option<String> {
    let mut compressed = ZlibEncoder::new(Vec::new(), Compression::fast());
    compressed.write_all(&raster.rgba()).ok()?;
    let payload = BASE64_STANDARD.encode(compressed.finish().ok()?);
    let (width, height, columns, rows) = (raster.width, raster.height, area.width, area.height);
    let mut about =
        format!("a=T,f=32,o=z,s={width},v={height},c={columns},r={rows},i={number},C=1,q=2,");
    let mut commands = String::new();
    let mut rest = payload.as_str();
    loop {
        let (chunk, after) = rest.split_at(rest.len().min(CHUNK));
        rest = after;
        let more = u8::from(!rest.is_empty());
        commands.push_str(&format!("\x1b_G{about}m={more};{chunk}\x1b\\"));
        about.clear();
        if more == 0 {
            return Some(commands);
        }
    }
}

/// Takes a picture down, and forgets it.
pub fn take_down(number: u32) -> String {
    format!("\x1b_Ga=d,d=I,i={number},q=2\x1b\\")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::ZlibDecoder;

    use super::*;

    #[test]
    fn what_is_sent_is_the_picture() {
        // Noise cannot be compressed, so it takes more than one command.
        let mut state = 1_u32;
        let mut noise = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        };
        let raster = Raster {
            width: 60,
            height: 50,
            pixels: (0..3000)
                .map(|_| Some([noise(), noise(), noise()]))
                .collect(),
        };
        let sent = show(&raster, Rect::new(0, 0, 6, 3), 7).expect("sent");
        assert!(sent.starts_with("\x1b_Ga=T,f=32,o=z,s=60,v=50,c=6,r=3,i=7,C=1,q=2,m=1;"));
        let commands: Vec<&str> = sent.split_terminator("\x1b\\").collect();
        assert!(commands.len() > 1);
        let payload: String = commands
            .iter()
            .filter_map(|command| command.split_once(';'))
            .map(|(_, payload)| payload)
            .collect();
        assert!(commands.iter().all(|it| it.len() < CHUNK + 100));
        let compressed = BASE64_STANDARD.decode(payload).expect("base64");
        let mut pixels = Vec::new();
        let read = ZlibDecoder::new(&compressed[..]).read_to_end(&mut pixels);
        assert!(read.is_ok());
        assert_eq!(pixels, raster.rgba());
        assert!(
            commands
                .last()
                .is_some_and(|last| last.starts_with("\x1b_Gm=0;"))
        );
    }
}
